/** What `unitwright --help` prints. */
export const helpText = `usage: unitwright check [OPTION...] [PATH... | -]
       unitwright new [TEMPLATE [--set NAME=VALUE]... [--out DIR] [--force]]
       unitwright explain [RULE]
       unitwright lsp --stdio

check     finds what is wrong with systemd unit files and monit control files: those named, those in the folders
          named, or those in the current folder; '-' reads one from standard input
new       writes the files of a service, such as Puma's, with what the app in the current folder tells filled in; without
          TEMPLATE lists the templates and what each asks
explain   says what a rule is about, with examples; without RULE lists the rules
lsp       speaks the Language Server Protocol with an editor

options of check:
  --format text|json             how findings are printed (text)
  --systemd-version N            the systemd to check for, such as 257 (this machine's, else the newest known)
  --monit-version VERSION        the monit to check for, such as 5.33.0 (this machine's, else the newest known)
  --instance auto|system|user    the manager that loads the units (auto: by folder, else system)
  --max-severity LEVEL           the mildest finding that makes the exit code 1: error, warning, information, hint (error)
  --fix                          mend what can be mended safely; of '-' the mended text goes to standard output
  --unsafe                       with --fix: apply suggestions as well
  --stdin-name NAME              the file that '-' is, such as web.service or monitrc

options of new:
  --set NAME=VALUE               answers what the template asks; may be repeated
  --out DIR                      writes all files into this folder (each to its place below the current one)
  --force                        replaces files that are there already; without it nothing is written then

  -h, --help    -V, --version

exit codes: 0 nothing found, 1 something found, 2 bad usage or something could not be read
`
