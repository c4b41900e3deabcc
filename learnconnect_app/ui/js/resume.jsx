// A resume chosen or pasted, sent as it is; what is wrong with it stands beside it.
import { useRef, useState } from "react";
import "./catalog.error.js";
import { useT } from "./i18n.jsx";

const KINDS = ".pdf,.docx,.txt,.md,application/pdf,text/plain";
const MOST = 5 * 1024 * 1024;

function Stage({ value, onChosen }) {
  const t = useT();
  return (
    <fieldset>
      <legend className="block text-sm font-semibold mb-1.5">{t("resume.stage")}</legend>
      <div className="segmented">
        {["before", "after"].map((each) => (
          <label key={each}>
            <input type="radio" name="stage" value={each} className="sr-only" checked={value === each}
              onChange={() => onChosen(each)} />
            {t(`resume.stage_${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Chooser({ file, onChosen, isWrong }) {
  const t = useT();
  const [over, setOver] = useState(false);
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files[0]) onChosen(event.dataTransfer.files[0]);
  };
  return (
    <label className="file-drop" data-over={over} onDrop={drop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}>
      <input type="file" accept={KINDS} className="sr-only" data-testid="resume-file"
        aria-invalid={isWrong} aria-describedby="resume-problem"
        onChange={(event) => event.target.files[0] && onChosen(event.target.files[0])} />
      <strong className="break-all">{file?.name ?? t("resume.choose")}</strong>
      <span className="muted text-[13px]">{t("resume.file")}</span>
    </label>
  );
}

export function ResumeForm({ role, nextStage }) {
  const t = useT();
  const [chosenStage, setStage] = useState("");
  const [file, setFile] = useState(null);
  const [text, setText] = useState("");
  const [isKept, setKept] = useState(false);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const area = useRef(null);
  const stage = chosenStage || nextStage;

  async function send(event) {
    event.preventDefault();
    if (busy) return;
    const body = file ?? new Blob([text]);
    if (!body.size) return setProblem(t("error.resume_empty"));
    if (body.size > MOST) return setProblem(t("error.resume_too_large", { most: 5 }));
    setBusy(true);
    setProblem("");
    try {
      const query = new URLSearchParams({ role, stage, is_kept: String(isKept) });
      const answer = await fetch(`/api/v1/resumes?${query}`, {
        method: "POST", body, headers: { "content-type": "application/octet-stream" },
      });
      if (answer.ok) {
        setFile(null);
        setText("");
        setStage("");
        document.getElementById("main")?.focus();
        scrollTo({ top: 0 });
      } else {
        const told = await answer.json().catch(() => ({}));
        setProblem(Object.values(told.fields ?? {})[0] ?? told.title ?? t("error.unexpected_short"));
      }
    } catch {
      setProblem(t("error.offline"));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={send} noValidate className="grid gap-4" data-testid="resume-form">
      <Stage value={stage} onChosen={setStage} />
      <Chooser file={file} isWrong={Boolean(problem)} onChosen={(each) => { setFile(each); setProblem(""); }} />
      <div>
        <label htmlFor="resume-text" className="block text-sm font-semibold mb-1.5">
          {t("resume.or_paste")}
        </label>
        <textarea id="resume-text" ref={area} rows={5} value={text} data-testid="resume-text"
          className="field" aria-describedby="resume-problem"
          onChange={(event) => { setText(event.target.value); setFile(null); setProblem(""); }} />
      </div>
      <p id="resume-problem" role="alert" data-testid="form-error"
        className="text-error font-medium text-sm empty:hidden">{problem}</p>
      <label className="flex items-center justify-between gap-4 min-h-11 cursor-pointer">
        <span className="min-w-0">
          <span className="font-medium">{t("resume.keep")}</span>
          <span className="block muted text-[13px]">{t("resume.keep_hint")}</span>
        </span>
        <input type="checkbox" role="switch" className="switch shrink-0" checked={isKept}
          onChange={(event) => setKept(event.target.checked)} />
      </label>
      <button type="submit" disabled={busy} data-testid="read-resume"
        className="btn btn-primary h-12 px-6 justify-self-start">
        {busy ? t("resume.reading") : t("resume.read")}
      </button>
    </form>
  );
}

export function CopyButton({ text, className }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text).then(() => setCopied(true), () => {});
  };
  return (
    <button type="button" className={className} onClick={copy} aria-live="polite">
      {t(isCopied ? "resume.copied" : "resume.copy")}
    </button>
  );
}
