//! How a snippet gets onto a site, by what the site is made with; `docs/embedding.md` says more of each.

/// What a site is made with.
pub struct Platform {
    /// Its name.
    pub name: &'static str,
    /// What to do, in order; `{script}` is the name of the release's script.
    pub steps: &'static [&'static str],
    /// What else there is to know; may be empty.
    pub note: &'static str,
}

const ELSEWHERE: &str = "Put {script} on a server of yours that sends Access-Control-Allow-Origin with it, and write its folder's address under More settings, Where the files are.";

/// All of them.
pub const PLATFORMS: &[Platform] = &[
    Platform {
        name: "WordPress, with the plugin",
        steps: &[
            "Make a zip file of the folder wordpress/selfscreen of the release.",
            "In WordPress, open Plugins, Add New, Upload Plugin, choose the file and activate it.",
            "Add the block Selfscreen to a page, and set in its sidebar what you set here.",
        ],
        note: "It brings the script and the fallback, so you need no snippet. docs/wordpress.md says more.",
    },
    Platform {
        name: "WordPress, with an HTML block",
        steps: &[
            "Upload {script} to the top folder of the site, beside wp-config.php.",
            "Add a block Custom HTML to the page. In Elementor, use the widget HTML, not Text Editor.",
            "Paste the snippet.",
            "Leave the script out of plugins that delay, join or minify scripts: exclude selfscreen- there.",
        ],
        note: "If the script disappears when you save, your account may not add scripts: ask an administrator, or use the plugin.",
    },
    Platform {
        name: "Squarespace",
        steps: &[
            ELSEWHERE,
            "Add a block Code where the questions should appear, set it to HTML, and switch Display source off.",
            "Paste the snippet.",
        ],
        note: "The editor shows the fallback; the published page shows the questions.",
    },
    Platform {
        name: "Wix",
        steps: &[
            ELSEWHERE,
            "Choose Add elements, Embed code, Embed HTML, and paste the snippet.",
            "Add booking-target=\"_blank\" behind <self-screen, so that your booking page opens beside the site.",
            "Make the box as wide as the page allows and 900 pixels high, 1,100 on a phone.",
        ],
        note: "Wix shows pasted code in its own frame. What is longer scrolls inside the box.",
    },
    Platform {
        name: "Webflow",
        steps: &[
            ELSEWHERE,
            "Add Code Embed where the questions should appear, and paste everything up to </self-screen>.",
            "In the page's settings, under Custom code, Before </body> tag, paste the line with the script.",
        ],
        note: "The designer shows the fallback; the published page shows the questions.",
    },
    Platform {
        name: "Shopify",
        steps: &[
            ELSEWHERE,
            "In the theme editor, add a section Custom Liquid to the page's template.",
            "Paste the snippet.",
        ],
        note: "A content network that makes scripts smaller changes the file, and the browser then refuses it.",
    },
    Platform {
        name: "A tag manager",
        steps: &[
            "Paste everything up to </self-screen> into the page itself: a tag manager puts things at the end of the page.",
            "Add the script as a tag Custom HTML that makes it with its integrity: docs/embedding.md has the lines.",
            "Give the tag no category of consent: it stores nothing and sends nothing.",
        ],
        note: "If you can, paste the script's line into the page as well, and use no tag manager for it.",
    },
    Platform {
        name: "React, Vue or npm",
        steps: &[
            "Put the script's line into the page's own HTML.",
            "Write <self-screen> with its attributes and its fallback like any other element.",
            "In Vue, say in isCustomElement that self-screen is no component of Vue.",
        ],
        note: "Nothing has to be called when a component comes or goes. docs/embedding.md has both as code.",
    },
    Platform {
        name: "A site of plain HTML",
        steps: &[
            "Put {script} beside your pages, at the place that the snippet names.",
            "Paste the snippet into the page's body.",
            "Open the page: the first screen of the questions should be there.",
        ],
        note: "If something else is there, docs/troubleshooting.md begins with what you see.",
    },
];
