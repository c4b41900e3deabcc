// What the calendar fetches once it may be wanted: dragging, other views, what opens over it.
export { Area, Draggable, Droppable } from "./calendar_drag.jsx";
export { Month } from "./calendar_month.jsx";
export { Panels } from "./calendar_panels.jsx";
export { OwnSheet, Refused, SessionSheet } from "./calendar_sheets.jsx";
export { Timeline } from "./calendar_timeline.jsx";
