// Records everything that the recorder is able to record.
const withoutTimes = (key, value) => (["timestamp", "timeOffset"].includes(key) ? undefined : value);
// Where the pointer is when a sample is due, and how far the page was scrolled then, is a matter of time too.
const isTimed = ({ type, data }) =>
  type === rrweb.EventType.IncrementalSnapshot && [rrweb.IncrementalSource.Scroll, rrweb.IncrementalSource.MouseMove].includes(data.source);
rrweb.record({
  emit: (event) => learn(isTimed(event) ? "scroll" : "recorder", JSON.stringify(event, withoutTimes)),
  maskAllInputs: false,
  maskInputOptions: {},
  recordCanvas: true,
  recordCrossOriginIframes: true,
  collectFonts: true,
  inlineImages: true,
  inlineStylesheet: true,
  sampling: { mouseInteraction: true, scroll: 0, input: "all" },
});
// What a recorder in the frames would send up to this one.
addEventListener("message", ({ data }) => learn("recorder", data));
