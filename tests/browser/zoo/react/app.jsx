// A site of two pages, drawn by React in its strict mode, as the recipe has it.
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

// recipe
function Questions({ clinic, onBook }) {
  return (
    <self-screen clinic-name={clinic} booking-url="https://harbor.example/book" region="us"
                 routes="racemic esketamine kap" accent="#0b6e4f" onselfscreen-book={onBook}>
      <p><a href="https://harbor.example/book">Book a consultation</a> or call <a href="tel:+15550100">555-0100</a>.
         In a crisis, call or text <a href="tel:988">988</a>.</p>
    </self-screen>
  );
}
// /recipe

function App() {
  const [path, setPath] = useState(location.pathname);
  const [clinic, setClinic] = useState("Harbor Clinic");
  const [drawn, setDrawn] = useState(0);
  const [mounted, setMounted] = useState(0);
  const [booked, setBooked] = useState(0);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = (event) => {
    event.preventDefault();
    history.pushState(null, "", event.currentTarget.pathname);
    setPath(location.pathname);
  };
  return (
    <main>
      <nav><a id="home" href="/" onClick={go}>Home</a> <a id="questions" href="/questions" onClick={go}>Questions</a></nav>
      <button id="draw" onClick={() => setDrawn(drawn + 1)}>Drawn {drawn} times</button>
      <button id="mount" onClick={() => setMounted(mounted + 1)}>Mount anew</button>
      <button id="change" onClick={() => setClinic("Quay Clinic")}>The other clinic</button>
      <output>{booked}</output>
      {path === "/questions" && <Questions key={mounted} clinic={clinic} onBook={() => setBooked(booked + 1)} />}
    </main>
  );
}

const root = createRoot(document.getElementById("app"));
root.render(<StrictMode><App /></StrictMode>);
window.unmount = () => root.unmount();
