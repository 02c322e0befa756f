//! Servers that take a block of the page as their configuration.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, ensure};

use crate::test::running::{Running, free_port};
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
        let port = free_port()?;
        let own = site.with_file_name(format!("hosting-{}", self.name));
        fs::create_dir_all(&own)?;
        let setup = Setup { block, port, site, own: &own };
        let mut command = (self.start)(tools, &setup)?;
        Running::start(self.name, &mut command, port, &own.join("output"), Duration::from_secs(20))
    }
}
