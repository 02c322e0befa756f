//! What each attempt did, for people to read.

/// One attempt and what became of it.
pub struct Row {
    pub id: String,
    /// What the browser said of it in the sealed frame.
    pub said: String,
    /// What arrived from the sealed frame.
    pub sealed: Vec<String>,
    /// What arrived from the ordinary frame, and whether that was to be expected.
    pub open: Vec<String>,
    pub expected: bool,
    /// Why no policy can forbid it, where that is so.
    pub reason: Option<String>,
    /// Whether this engine opens a connection for it, whatever the policy says.
    pub connects: bool,
}

impl Row {
    /// Tells whether it is as it should be.
    pub fn is_well(&self) -> bool {
        (self.reason.is_some() || self.is_shut()) && self.open.is_empty() != self.expected
    }

    /// Tells whether nothing arrived from the sealed frame: no request, and no more of a connection than was to be expected.
    fn is_shut(&self) -> bool {
        if self.connects {
            self.sealed.iter().any(|line| is_connection(line)) && self.sealed.iter().all(|line| is_connection(line))
        } else {
            self.sealed.is_empty()
        }
    }
}

const SAID: usize = 64;

/// Prints a line for each attempt.
pub fn print(engine: &str, rows: &[Row]) {
    println!("\n{engine}: {:<24} {:<SAID$}  sealed    open", "attempt", "what the browser said");
    for row in rows {
        let said: String = row.said.replace(['\n', '\r'], " ").chars().take(SAID).collect();
        let wrong = if row.is_well() { "" } else { "  <- not as expected" };
        let (sealed, open) = (arrived(&row.sealed), arrived(&row.open));
        println!("{engine}: {:<24} {said:<SAID$}  {sealed:<8}  {open}{wrong}", row.id);
    }
    for row in rows.iter().filter(|row| !row.is_well()) {
        row.sealed.iter().for_each(|line| println!("{engine}: {} got out: {line}", row.id));
    }
    for row in rows {
        if let Some(reason) = &row.reason {
            println!("{engine}: {}: {reason}", row.id);
        }
    }
}

/// Counts, in one line.
pub fn summary(rows: &[Row]) -> String {
    let (tried, control) = (rows.len(), rows.iter().filter(|row| !row.open.is_empty()).count());
    let connections = rows.iter().filter(|row| row.connects).count();
    let wrong = rows.iter().filter(|row| !row.is_well()).count();
    let open = rows.iter().filter(|row| row.reason.is_some() && !row.sealed.is_empty()).count();
    let end = match (wrong, connections) {
        (0, 0) => "nothing arrived".to_owned(),
        (0, some) => {
            format!("no request arrived; {some} opened a connection, which no policy of a page governs in this engine")
        }
        (some, _) => format!("{some} not as expected"),
    };
    format!(
        "{tried} attempts ({control} arrive from an ordinary frame, {open} is a message that no policy forbids): {end}"
    )
}

/// A connection to a host, in which nothing could be asked for.
fn is_connection(line: &str) -> bool {
    line.starts_with("CONNECT ")
}

fn arrived(what: &[String]) -> &'static str {
    match what {
        [] => "nothing",
        what if what.iter().all(|line| is_connection(line)) => "connects",
        _ => "arrived",
    }
}
