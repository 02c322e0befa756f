//! Tools are looked for, and installed if they are missing, while the steps that need none of them run.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

use anyhow::Result;

use super::steps::Step;
use crate::tools::{Provided, Tool, Toolbox, provide};

/// What is there so far, and what is still to come.
pub struct WarmUp {
    tools: Toolbox,
    /// Those that are not there yet.
    awaited: Vec<Tool>,
    missing: Vec<Tool>,
    coming: Receiver<(Tool, Result<Provided>)>,
}

impl WarmUp {
    /// Starts with what the steps need. The toolchain comes first, because all steps use it.
    pub fn start(steps: &[&Step]) -> Self {
        let needed = |tool: &Tool| steps.iter().any(|step| step.needs.contains(tool));
        let awaited: Vec<_> = Tool::ALL.into_iter().filter(needed).collect();
        let (first, later): (Vec<Tool>, Vec<Tool>) = awaited.iter().partition(|tool| tool.is_of_the_toolchain());
        let (send, coming) = channel();
        let mut warm_up = Self { tools: Toolbox::default(), awaited, missing: Vec::new(), coming };
        for tool in first {
            warm_up.take(tool, provide(tool));
        }
        thread::spawn(move || {
            // Nobody listens any more if the steps that are left need none of the rest.
            later.into_iter().try_for_each(|tool| send.send((tool, provide(tool))))
        });
        warm_up
    }

    /// Waits until these are there; `false` if one of them could not be had.
    pub fn wait_for(&mut self, needs: &[Tool]) -> bool {
        while let Some(tool) = needs.iter().find(|tool| self.awaited.contains(tool)) {
            let Ok((tool, provided)) = self.coming.recv() else {
                println!("error: the look for {tool:?} ended early");
                return false;
            };
            self.take(tool, provided);
        }
        !self.missing.iter().any(|tool| needs.contains(tool))
    }

    /// The tools that are there.
    pub fn tools(&self) -> &Toolbox {
        &self.tools
    }

    fn take(&mut self, tool: Tool, provided: Result<Provided>) {
        self.awaited.retain(|awaited| *awaited != tool);
        match provided {
            Ok(provided) => self.tools.add(provided),
            Err(error) => {
                println!("error: {error:#}");
                self.missing.push(tool);
            }
        }
    }
}
