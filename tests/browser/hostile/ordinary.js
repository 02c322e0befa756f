// An ordinary questionnaire without a seal, which keeps and sends its answers as ordinary ones do.
// What a page's scripts learn of it shows that they are able to learn.
customElements.define("ordinary-screen", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `
      <fieldset>
        <legend>Are you pregnant?</legend>
        <label><input type="radio" name="pregnancy" value="not_pregnant"> No</label>
        <label><input type="radio" name="pregnancy" value="pregnant"> Yes</label>
      </fieldset>
      <label>Days with alcohol <input name="drink_days" inputmode="numeric"></label>`;
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {};
    root.addEventListener("input", ({ target: { name, value } }) => {
      const answer = { name, value };
      fetch("/answer", { method: "POST", body: JSON.stringify(answer) });
      postMessage(answer, "*");
      port1.postMessage(answer);
      [answer].map(({ name, value }) => `${name}=${value}`);
    });
  }
});
