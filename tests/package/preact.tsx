// The element in Preact's JSX.

import "selfscreen/preact";

export const right = (
  <self-screen class="wide" region="us" routes="racemic kap" onselfscreen-error={(event) => event.detail.code === "fault"}>
    <p>Call us.</p>
  </self-screen>
);

export const wrong = [
  // @ts-expect-error There is no such region.
  <self-screen region="xx" />,
  // @ts-expect-error No event tells an answer.
  <self-screen onselfscreen-finish={(event) => event.detail.outcome.length} />,
];
