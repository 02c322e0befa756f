// The element in JSX, for React 18 and 19.

import "selfscreen/react";
import type { SelfScreenElement } from "selfscreen";
import { useEffect, useRef } from "react";

export function Screening({ booking }: { booking: string }) {
  const element = useRef<SelfScreenElement>(null);
  useEffect(() => element.current?.addEventListener("selfscreen-ready", ({ detail }) => detail.version), []);
  return (
    <self-screen ref={element} class="wide" region="us" routes="racemic kap" booking-url={booking} show-scores key="screening"
                 radius={8} onselfscreen-error={(event) => event.detail.code === "fault"}>
      <p>Call us.</p>
    </self-screen>
  );
}

export const wrong = [
  // @ts-expect-error There is no such region.
  <self-screen region="xx" />,
  // @ts-expect-error There is no such theme.
  <self-screen theme="night" />,
  // @ts-expect-error There is no such route.
  <self-screen routes="racemic vitamins" />,
  // @ts-expect-error There is no such attribute.
  <self-screen answers="none" />,
  // @ts-expect-error No event tells an answer.
  <self-screen onselfscreen-finish={(event) => event.detail.outcome.length} />,
];
