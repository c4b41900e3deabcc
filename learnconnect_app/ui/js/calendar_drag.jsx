// Dragging sessions by mouse, touch (a long press) and keyboard, with words for what happens.
import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  closestCenter,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { createContext, useContext, useMemo, useRef } from "react";
import { Card } from "./calendar_days.jsx";
import { MINUTE, STEP } from "./calendar_timeline.jsx";
import { clock, landing, useWords } from "./calendar_words.jsx";

const KEYS = { start: ["Space", "Enter"], cancel: ["Escape"], end: ["Space", "Enter"] };
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

const underPointer = (args) => {
  const found = pointerWithin(args);
  return found.length || args.pointerCoordinates ? found : closestCenter(args);
};

// Arrow keys go from day to day (in the month, up and down by a week), or by a quarter of an hour.
// `aim`: the day they went to. What the library calls `over` follows a render later, and keys
// pressed one after the other do not wait for it; nor does its measuring of the days.
const walking = (mode, aim) => (event, { currentCoordinates, context }) => {
  const step = STEPS[event.code];
  if (!step) return undefined;
  event.preventDefault();
  const isUpright = event.code === "ArrowUp" || event.code === "ArrowDown";
  if (mode === "day") {
    if (!isUpright) return undefined;
    return { ...currentCoordinates, y: currentCoordinates.y + step * STEP * MINUTE };
  }
  const { droppableContainers, droppableRects, collisionRect } = context;
  const days = droppableContainers.getEnabled().map(({ id }) => id).sort();
  const day = days[days.indexOf(aim.current) + step * (isUpright && mode === "month" ? 7 : 1)];
  if (!day) return undefined;
  aim.current = day;
  const rect = droppableRects.get(day) ?? droppableContainers.getNodeFor(day).getBoundingClientRect();
  const { width = 0, height = 0 } = collisionRect ?? {};
  return { x: rect.left + (rect.width - width) / 2, y: rect.top + (rect.height - height) / 2 };
};

// By the clock a session only goes up and down, in steps.
const onTheClock = ({ transform }) => ({
  ...transform,
  x: 0,
  y: Math.round(transform.y / (STEP * MINUTE)) * STEP * MINUTE,
});

// On a quarter of an hour within the study day; a session that was hardly moved keeps its time.
const startAfter = (session, { y }) => {
  if (Math.abs(y) < (STEP * MINUTE) / 2) return session.start;
  const start = Math.round((session.start + y / MINUTE) / STEP) * STEP;
  return Math.min(1680 - session.minutes, Math.max(240, start));
};

const isByKeys = ({ activatorEvent }) => activatorEvent instanceof KeyboardEvent;
const targetOf = (event, aim) => (isByKeys(event) ? aim.current : event.over?.id);

// `start`: where the held session would begin now, by the clock.
function useAnnouncements(mode, days, start, aim) {
  const hasLeft = useRef(false); // its own day, so that lifting is heard before what is under it
  const { t, name, long, ofMinutes, minutes } = useWords();
  return useMemo(() => {
    const where = (event) => {
      const { session } = event.active.data.current;
      if (mode === "day") return clock(start.current);
      const target = targetOf(event, aim);
      const day = days.find(({ day }) => day === target);
      if (!day) return "";
      const { planned, isOpen } = landing(day, session);
      return isOpen ? `${long(day.day)}, ${ofMinutes(day, planned)}` : `${long(day.day)}, ${t("study.closed")}`;
    };
    const called = ({ active }) => name(active.data.current.session);
    return {
      onDragStart: (event) => {
        hasLeft.current = false;
        const { session } = event.active.data.current;
        return t("study.lifted", { name: called(event), minutes: minutes(session.minutes) });
      },
      onDragMove: ({ active }) =>
        mode === "day" && start.current !== active.data.current.session.start
          ? clock(start.current)
          : undefined,
      onDragOver: (event) => {
        const isHome = targetOf(event, aim) === event.active.data.current.session.day;
        if (isHome && (mode === "day" || !hasLeft.current)) return undefined;
        hasLeft.current = true;
        return where(event) || t("study.over_nothing");
      },
      onDragEnd: (event) =>
        targetOf(event, aim)
          ? t("study.dropped", { name: called(event), where: where(event) })
          : t("study.put_back", { name: called(event) }),
      onDragCancel: (event) => t("study.put_back", { name: called(event) }),
    };
  }, [mode, days, t]);
}

export function Area({ mode, days, held, onHold, onDrop, children }) {
  const { t } = useWords();
  const aim = useRef("");
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, { keyboardCodes: KEYS, coordinateGetter: walking(mode, aim) }),
  );
  const sessionOf = ({ active }) => active.data.current.session;
  const start = useRef(-1);
  const hold = (event, delta) => {
    start.current = startAfter(sessionOf(event), delta);
    onHold(sessionOf(event), start.current);
  };
  const ended = (event) => {
    const session = sessionOf(event);
    onHold(null);
    const byKeys = isByKeys(event);
    if (mode === "day") return onDrop(session, session.day, startAfter(session, event.delta), byKeys);
    const day = targetOf(event, aim);
    if (day && day !== session.day) onDrop(session, day, -1, byKeys);
  };
  const isClock = mode === "day";
  return (
    <DndContext sensors={sensors} collisionDetection={isClock ? closestCenter : underPointer}
      modifiers={isClock ? [onTheClock] : undefined}
      accessibility={{
        announcements: useAnnouncements(mode, days, start, aim),
        screenReaderInstructions: { draggable: t("study.how_to_drag") },
      }}
      onDragStart={(event) => {
        aim.current = sessionOf(event).day;
        hold(event, { y: 0 });
      }}
      onDragMove={(event) => isClock && hold(event, event.delta)}
      onDragEnd={ended} onDragCancel={() => onHold(null)}>
      <Mode.Provider value={mode}>{children}</Mode.Provider>
      {isClock ? null : (
        <DragOverlay dropAnimation={null}>
          {held ? <Card session={held} isHeld isSmall={mode === "month"} /> : null}
        </DragOverlay>
      )}
    </DndContext>
  );
}

const Mode = createContext("week");

export function Draggable({ session, isDisabled, children }) {
  const isClock = useContext(Mode) === "day";
  const { t } = useWords();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, isDragging } = useDraggable({
    id: session.id,
    data: { session },
    disabled: isDisabled,
    attributes: { roleDescription: t("study.movable") },
  });
  if (isDisabled) return children({});
  const { "aria-disabled": _never, ...rest } = attributes;
  return children({
    setNodeRef,
    isDragging,
    shift: isClock && transform ? { transform: `translateY(${transform.y}px)`, zIndex: 5 } : undefined,
    handle: { ref: setActivatorNodeRef, ...rest, ...listeners },
  });
}

export function Droppable({ id, children }) {
  const { setNodeRef, isOver } = useDroppable({ id });
  return children({ setNodeRef, isOver });
}
