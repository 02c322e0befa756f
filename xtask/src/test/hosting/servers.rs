//! Servers that take a block of the page as their configuration.

use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;

use crate::tools::Toolbox;

/// What stands in the blocks for the port and for the folder of the files.
const PORT: &str = "8080";
const FOLDER: &str = "/srv/www";

/// A server: the kind of its block, how it packs here, and how it is started.
pub struct Server {
    pub name: &'static str,
    pub packs: &'static str,
    start: fn(&Toolbox, &Setup) -> Result<Command>,
}

pub const SERVERS: [Server; 3] = [
    Server { name: "nginx", packs: "gzip", start: nginx },
    Server { name: "apache", packs: "br", start: apache },
    Server { name: "caddyfile", packs: "br", start: caddy },
];

/// What a server is started with.
struct Setup<'a> {
    block: &'a str,
    port: u16,
    site: &'a Path,
    /// A folder for its own files.
    own: &'a Path,
}

impl Setup<'_> {
    fn filled(&self) -> Result<String> {
        for text in [PORT, FOLDER] {
            ensure!(self.block.contains(text), "the block does not name {text}");
        }
        Ok(self.block.replace(PORT, &self.port.to_string()).replace(FOLDER, &self.site.display().to_string()))
    }
}

fn nginx(tools: &Toolbox, setup: &Setup) -> Result<Command> {
    let own = setup.own.display();
    let temporary =
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|of| format!("{of}_temp_path {own}/{of};"));
    let config = format!(
        "daemon off; pid {own}/pid; error_log stderr;\nevents {{}}\nhttp {{ include /etc/nginx/mime.types; access_log off; {}\n{}}}\n",
        temporary.concat(),
        setup.filled()?
    );
    let file = write(setup, "nginx.conf", &config)?;
    let mut nginx = tools.command("nginx");
    nginx.args(["-e", "stderr", "-p"]).arg(setup.own).arg("-c").arg(file);
    if is_root() {
        // Its workers would be nobody, who may not read everybody's folders.
        nginx.args(["-g", "user root;"]);
    }
    Ok(nginx)
}

/// The block is a file of the folder itself.
fn apache(tools: &Toolbox, setup: &Setup) -> Result<Command> {
    fs::write(setup.site.join(".htaccess"), setup.block)?;
    let (own, site, port) = (setup.own.display(), setup.site.display(), setup.port);
    let modules = "/usr/lib/apache2/modules";
    let load = ["mpm_event", "authz_core", "mime", "headers", "filter", "brotli"]
        .map(|name| format!("LoadModule {name}_module {modules}/mod_{name}.so\n"));
    let config = format!(
        "ServerRoot {own}\nServerName localhost\nListen {port}\nPidFile {own}/pid\nErrorLog {own}/errors\n{}\
         TypesConfig /etc/mime.types\nDocumentRoot {site}\n<Directory {site}>\nAllowOverride All\nRequire all granted\n</Directory>\n",
        load.concat()
    );
    let file = write(setup, "apache.conf", &config)?;
    let mut apache = tools.command("apache2");
    apache.args(["-D", "FOREGROUND", "-f"]).arg(file);
    Ok(apache)
}

fn caddy(tools: &Toolbox, setup: &Setup) -> Result<Command> {
    // Without its own door for changes, which has a port that others may have too.
    let file = write(setup, "Caddyfile", &format!("{{\n\tadmin off\n}}\n{}", setup.filled()?))?;
    let mut caddy = tools.command("caddy");
    caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    caddy.env("XDG_CONFIG_HOME", setup.own).env("XDG_DATA_HOME", setup.own);
    Ok(caddy)
}

fn write(setup: &Setup, name: &str, text: &str) -> Result<std::path::PathBuf> {
    let file = setup.own.join(name);
    fs::write(&file, text)?;
    Ok(file)
}

fn is_root() -> bool {
    crate::command::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

impl Server {
    /// Starts it on a free port, and waits until it listens.
    pub fn start(&self, tools: &Toolbox, block: &str, site: &Path) -> Result<Running> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let own = site.with_file_name(format!("hosting-{}", self.name));
        fs::create_dir_all(&own)?;
        let setup = Setup { block, port, site, own: &own };
        let mut command = (self.start)(tools, &setup)?;
        let log = fs::File::create(own.join("output"))?;
        let child = command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn();
        let mut running = Running { child: child.with_context(|| format!("{} does not start", self.name))?, port };
        let last = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = running.child.try_wait()?.is_some();
            if ended || Instant::now() > last {
                bail!("{} does not listen: {}", self.name, fs::read_to_string(own.join("output"))?.trim());
            }
            sleep(Duration::from_millis(20));
        }
        Ok(running)
    }
}

/// A server that runs until this is dropped.
pub struct Running {
    child: Child,
    port: u16,
}

impl Running {
    /// Asks for a file, in a packing that is taken.
    pub fn get(&self, name: &str, encoding: &str) -> Result<Answer> {
        self.ask(name, "accept-encoding", encoding)
    }

    /// Asks for a file that is there already; gives the answer's status.
    pub fn again(&self, name: &str, tag: &str) -> Result<u16> {
        Ok(self.ask(name, "if-none-match", tag)?.status)
    }

    fn ask(&self, name: &str, header: &str, value: &str) -> Result<Answer> {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let address = format!("http://127.0.0.1:{}/{name}", self.port);
        let mut answer = agent.get(&address).header(header, value).call().with_context(|| address.clone())?;
        let headers = answer.headers().iter();
        let headers: Vec<_> =
            headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned())).collect();
        let mut body = Vec::new();
        answer.body_mut().as_reader().read_to_end(&mut body)?;
        Ok(Answer { body, ..Answer::new(answer.status().as_u16(), headers) })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Asked to end first: the one that was started may have started others.
        drop(Command::new("kill").arg(self.child.id().to_string()).status());
        drop(self.child.wait());
    }
}

/// What a server said.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    pub fn new(status: u16, headers: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { status, headers: headers.into_iter().collect(), body: Vec::new() }
    }

    /// The value of a header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What was sent, unpacked.
    pub fn unpacked(&self) -> Result<String> {
        let mut text = Vec::new();
        match self.header("content-encoding") {
            Some("gzip") => drop(GzDecoder::new(&*self.body).read_to_end(&mut text)?),
            Some("br") => drop(brotli::Decompressor::new(&*self.body, 4096).read_to_end(&mut text)?),
            None => text.clone_from(&self.body),
            Some(other) => bail!("it is packed with {other}"),
        }
        Ok(String::from_utf8(text)?)
    }
}
