// Records everything that the recorder is able to record.
const withoutTimes = (key, value) => (["timestamp", "timeOffset"].includes(key) ? undefined : value);
const isScroll = ({ type, data }) => type === rrweb.EventType.IncrementalSnapshot && data.source === rrweb.IncrementalSource.Scroll;
rrweb.record({
  emit: (event) => learn(isScroll(event) ? "scroll" : "recorder", JSON.stringify(event, withoutTimes)),
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
