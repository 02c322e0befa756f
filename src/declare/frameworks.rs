//! The declarations for frameworks, each in a separate file: a project without the framework cannot read them.

use super::MADE;

/// Writes `react.d.ts`, for React 18 and 19.
#[must_use]
pub fn react() -> String {
    format!(
        "{MADE}{}",
        r#"
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SelfScreenAttributes, SelfScreenElement, SelfScreenEventMap } from "./selfscreen.js";

/** React 19 listens for these; in React 18, use a ref and addEventListener. */
type Listeners = { [K in keyof SelfScreenEventMap as `on${K}`]?: (event: SelfScreenEventMap[K]) => void };
type Own = SelfScreenAttributes & Listeners & { class?: string };

/** What the element takes in JSX. */
export type SelfScreenProps = Own & Omit<DetailedHTMLProps<HTMLAttributes<SelfScreenElement>, SelfScreenElement>, keyof Own>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "self-screen": SelfScreenProps;
    }
  }
}

declare global {
  // The place where React 18 looks.
  namespace JSX {
    interface IntrinsicElements {
      "self-screen": SelfScreenProps;
    }
  }
}
"#
    )
}

/// Writes `preact.d.ts`.
#[must_use]
pub fn preact() -> String {
    format!(
        "{MADE}{}",
        r#"
import type { HTMLAttributes } from "preact";
import type { SelfScreenAttributes, SelfScreenElement, SelfScreenEventMap } from "./selfscreen.js";

type Own = SelfScreenAttributes & { [K in keyof SelfScreenEventMap as `on${K}`]?: (event: SelfScreenEventMap[K]) => void };

/** What the element takes in JSX. */
export type SelfScreenProps = Own & Omit<HTMLAttributes<SelfScreenElement>, keyof Own>;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "self-screen": SelfScreenProps;
    }
  }
}
"#
    )
}

/// Writes `vue.d.ts`.
#[must_use]
pub fn vue() -> String {
    format!(
        "{MADE}{}",
        r#"
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { SelfScreenAttributes, SelfScreenElement, SelfScreenEventMap } from "./selfscreen.js";

/** Templates are read with names in camel case. */
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;
type Own = SelfScreenAttributes & { [Name in keyof SelfScreenAttributes as Camel<Name>]: SelfScreenAttributes[Name] };

/** What the element takes in a template. */
export type SelfScreenProps = Own & Omit<HTMLAttributes, keyof Own> & PublicProps;

declare module "vue" {
  interface GlobalComponents {
    "self-screen": new () => SelfScreenElement & {
      $props: SelfScreenProps;
      $emit: EmitFn<{ [K in keyof SelfScreenEventMap]: (event: SelfScreenEventMap[K]) => void }>;
    };
  }
}
"#
    )
}
