//! Names on the packet: a visitor who knows a medicine by its brand alone finds the one line that it belongs to.

use selfscreen::screens;

/// A language; the option of `medicines`; the brands that stand in its line and in no other.
#[rustfmt::skip] // One line of the question per line.
const BRANDS: &[(&str, &str, &[&str])] = &[
    ("en", "benzo_sleep_most_days", &["Klonopin", "Xanax", "Ativan", "Valium", "Restoril", "Ambien", "Lunesta"]),
    ("en", "opioid", &["Vicodin", "Norco", "OxyContin", "Percocet", "fentanyl", "Suboxone"]),
    ("en", "antipsychotic", &["Seroquel", "Abilify", "Zyprexa", "Risperdal"]),
    ("en", "stimulant", &["Adderall", "Vyvanse", "Ritalin", "Concerta", "Provigil", "Sudafed"]),
    ("en", "sedative_other", &["Neurontin", "Lyrica", "Benadryl", "Flexeril"]),
    ("en", "lamotrigine", &["Lamictal"]),
    ("en", "maoi", &["Nardil", "Parnate", "Marplan", "Emsam", "Azilect"]),
    ("en", "memantine_amantadine", &["Namenda", "Gocovri"]),
    ("en", "dextromethorphan", &["Delsym", "Auvelity", "Nuedexta"]),
    ("en", "naltrexone", &["Vivitrol", "Contrave"]),
    ("en", "liver_enzymes", &["Biaxin", "Paxlovid", "Tegretol", "Dilantin"]),
    ("en", "glp1", &["Ozempic", "Wegovy", "Mounjaro", "Zepbound"]),
    ("en", "blood_thinner", &["Coumadin", "Eliquis", "Xarelto", "Plavix"]),
    ("en", "theophylline", &["Theo-24"]),
    ("es", "benzo_sleep_most_days", &["Klonopin", "Rivotril", "Xanax", "Valium", "Ambien", "Stilnox"]),
    ("es", "opioid", &["Vicodin", "Percocet", "fentanilo", "Suboxone"]),
    ("es", "antipsychotic", &["Seroquel", "Abilify", "Zyprexa"]),
    ("es", "stimulant", &["Adderall", "Vyvanse", "Elvanse", "Ritalin", "Rubifen"]),
    ("es", "memantine_amantadine", &["Namenda", "Ebixa"]),
];

#[test]
fn each_brand_stands_in_the_line_of_its_medicine_and_in_no_other() {
    let content = screens::ketamine().expect("the built-in screen is without findings");
    for (language, option, brands) in BRANDS {
        let words = content.languages.iter().find(|words| words.language() == *language).expect("a built-in language");
        for brand in *brands {
            let lines: Vec<_> = words
                .iter()
                .filter(|(path, text)| path.starts_with("items.medicines.options.") && text.contains(brand))
                .map(|(path, _)| {
                    path.trim_start_matches("items.medicines.options.").split('.').next().unwrap_or_default().to_owned()
                })
                .collect();
            assert_eq!(lines, [*option], "{brand} ({language})");
        }
    }
}
