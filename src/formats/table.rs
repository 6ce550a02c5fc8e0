//! Tables for spreadsheets: CSV by RFC 4180, with CRLF and a byte order mark, which spreadsheets need to see, and
//! tab-separated text for the clipboard. A cell that a spreadsheet would run as a formula is kept from it.

/// A CSV table under construction.
#[derive(Clone, Debug)]
pub struct Csv(String);

impl Csv {
    /// A table with these columns.
    #[must_use]
    pub fn new(columns: &[&str]) -> Self {
        let mut table = Self("\u{FEFF}".to_owned());
        table.row(columns);
        table
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[&str]) {
        for (n, cell) in cells.iter().enumerate() {
            if n > 0 {
                self.0.push(',');
            }
            let cell = guarded(cell);
            if cell.contains(['"', ',', '\n', '\r']) {
                self.0.push('"');
                self.0 += &cell.replace('"', "\"\"");
                self.0.push('"');
            } else {
                self.0 += &cell;
            }
        }
        self.0 += "\r\n";
    }

    /// The table.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

/// One row of tab-separated text: a tab or a line end in a cell becomes a space. A cell with quotation marks stands in them, its own
/// doubled: a spreadsheet that is given it from the clipboard takes a mark at its start for one of these.
#[must_use]
pub fn tab_separated(cells: &[&str]) -> String {
    let cell = |cell: &&str| {
        let plain = guarded(cell).replace(['\t', '\n', '\r'], " ");
        if plain.contains('"') { format!("\"{}\"", plain.replace('"', "\"\"")) } else { plain }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join("\t") + "\n"
}

/// What a spreadsheet takes for the start of a formula, in its wide forms too, and the characters that it skips before one.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// `cell` behind an apostrophe where it would be run as a formula. A number is none.
#[must_use]
pub fn guarded(cell: &str) -> String {
    let formula = cell.starts_with(STARTS) && cell.parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_needs_it() {
        let mut table = Csv::new(&["a", "b"]);
        table.row(&["plain", "with, comma"]);
        table.row(&["a \"mark\"", "two\nlines"]);
        assert_eq!(table.finish(), "\u{FEFF}a,b\r\nplain,\"with, comma\"\r\n\"a \"\"mark\"\"\",\"two\nlines\"\r\n");
    }

    #[test]
    fn no_cell_is_run() {
        for cell in ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", "\r=1", "\n=1", "＝1", "- he said"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        for cell in ["", "1 = 2", "a-b", "'=1", "-0.5", "+3", "“=1”"] {
            assert_eq!(guarded(cell), cell, "a trap");
        }
        assert_eq!(tab_separated(&["=a", "b\tc\r\nd"]), "'=a\tb c  d\n");
    }
}
