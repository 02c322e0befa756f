//! Answering, page by page or all the way.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{Person, SCREEN, Visit};
use crate::engine::PATIENCE;

/// Answers and goes on inside of the page.
const WALK: &str = include_str!("../walk.js");

impl Visit {
    /// Answers questions of the page: `bp_reading=from_140_90 heart=past_stroke,other_heart drug_times=3`.
    pub async fn answer(&self, answers: &str) {
        for answer in answers.split_whitespace() {
            let (item, codes) = answer.split_once('=').unwrap_or_else(|| panic!("'{answer}' is not item=answer"));
            for code in codes.split(',') {
                self.give(item, code).await;
            }
        }
    }

    async fn give(&self, item: &str, code: &str) {
        let option = format!("input[name='{item}'][value='{code}']");
        let field = format!("input[name='{item}'][inputmode]");
        if self.read(&format!("!!document.querySelector({})", json!(option))).await {
            self.click(&format!("label:has(> {option})")).await;
        } else {
            let typed = self.find(&field).await.send_keys(code).await;
            typed.unwrap_or_else(|error| panic!("{code} can be typed into {item}: {error}"));
        }
    }

    /// Answers what the page asks, as far as the answers are known, follow-ups included.
    pub async fn fill(&self, person: &Person) {
        self.walk(person, "fill").await;
    }

    /// Presses Continue, and waits for the next screen or for what is missing.
    pub async fn go_on(&self) {
        let before = self.screen().await;
        self.press("continue").await;
        self.until_answered(&before).await;
    }

    /// Presses a key that does the same.
    pub async fn go_on_with(&self, key: Key) {
        let before = self.screen().await;
        self.key(key).await;
        self.until_answered(&before).await;
    }

    pub async fn until_answered(&self, before: &str) {
        self.until(&format!("{SCREEN} != {} || document.querySelector('[data-missing]')", json!(before))).await;
    }

    /// Does what the screen asks for, skipping what is not known; tells whether another screen followed.
    pub async fn step(&self, person: &Person) -> bool {
        !self.walk(person, "step").await.is_empty()
    }

    /// Goes through the visit to its end; tells which pages were asked.
    pub async fn run(&self, person: &Person) -> Vec<String> {
        let left = self.walk(person, "end").await;
        left.iter().filter_map(|screen| screen.strip_prefix("page ").map(str::to_owned)).collect()
    }

    /// Goes on until a screen is shown.
    pub async fn run_to(&self, person: &Person, screen: &str) {
        self.walk(person, screen).await;
        assert_eq!(self.screen().await, screen, "the visit comes to it");
    }

    /// Goes on from inside of the page; tells which screens were left.
    async fn walk(&self, person: &Person, goal: &str) -> Vec<String> {
        let given = vec![json!(person), json!(goal), json!(PATIENCE.as_millis())];
        let walked = self.driver.execute_async(WALK, given).await;
        let (left, fault): (Vec<String>, Option<String>) =
            walked.and_then(|walked| walked.convert()).unwrap_or_else(|error| panic!("going to {goal}: {error}"));
        assert_eq!(fault, None, "on the way to {goal}");
        left
    }
}
