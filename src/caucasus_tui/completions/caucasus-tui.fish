# Made by tools/completions.py from the command line itself; 'make completions' makes it anew.

# Custom Preamble

function _caucasus_tui_say
  set -l tokens (commandline -opc)
  set -l given (string match -r -- '^--(?:no-)?since-then$' $tokens)
  set -l dossier (string match -rg -- '^--dossier=(.*)' $tokens)
  if set -l index (contains -i -- --dossier $tokens)
    set dossier $tokens[(math $index + 1)]
  end
  if set -q dossier[1]
    set -a given --dossier (string replace -r '^~/' "$HOME/" -- $dossier[-1])
  end
  $tokens[1] $given $argv 2>/dev/null
end

function _caucasus_tui_addresses
  _caucasus_tui_say list --refs $argv
end

function _caucasus_tui_actors
  _caucasus_tui_addresses actor | string replace 'actor:' ''
end

function _caucasus_tui_sources
  _caucasus_tui_say --since-then list --refs source | string replace 'source:' ''
end

# Of the sources that the line names.
function _caucasus_tui_paragraphs
  set -l tokens (commandline -opc)
  for ref in (_caucasus_tui_say --since-then list --refs paragraph)
    set -l parts (string split -m 1 : $ref)
    contains -- $parts[1] $tokens; and echo $parts[2]
  end
end

function _caucasus_tui_questions
  _caucasus_tui_say ask | sed -n 's/^ *\([a-z]\)  .*/\1/p'
end

function _caucasus_tui_dossiers
  set -l tokens (commandline -opc)
  echo bundled
  $tokens[1] config 2>/dev/null | sed -n '/^\[dossiers\]/,/^\[keymap/s/^"\{0,1\}\([^"#[ $`]*\)"\{0,1\} *=.*/\1/p'
  __fish_complete_directories (_caucasus_tui_value)
end

# What is being typed, without the option that it is the value of.
function _caucasus_tui_value
  commandline -ct | string replace -r '^--[^=]*=' ''
end

# End Custom Preamble

# Parse current commandline:
# - _shtab_caucasus_tui_cmdpath=(sub)command path seen so far
# - _shtab_caucasus_tui_npos=number of positional arguments given after it
# - options are skipped based on _shtab_caucasus_tui_opts_with_value & _shtab_caucasus_tui_commands lists
function _shtab_caucasus_tui_scan
  set -g _shtab_caucasus_tui_cmdpath ''
  set -g _shtab_caucasus_tui_npos 0
  set -l tokens (commandline -opc)
  set -e tokens[1]
  set -l expect_value 0
  for t in $tokens
    if test $expect_value -eq 1
      set expect_value 0
      continue
    end
    switch "$t"
      case '--*=*'
        continue
      case '-*'
        if contains -- $t $_shtab_caucasus_tui_opts_with_value; or contains -- "$_shtab_caucasus_tui_cmdpath $t" $_shtab_caucasus_tui_opts_with_value
          set expect_value 1
        end
        continue
      case '*'
        if test $_shtab_caucasus_tui_npos -eq 0
          set -l candidate $t
          if test -n "$_shtab_caucasus_tui_cmdpath"
            set candidate "$_shtab_caucasus_tui_cmdpath $t"
          end
          if contains -- $candidate $_shtab_caucasus_tui_commands
            set -g _shtab_caucasus_tui_cmdpath $candidate
            continue
          end
        end
        set -g _shtab_caucasus_tui_npos (math $_shtab_caucasus_tui_npos + 1)
    end
  end
end

# Condition helper: true if the current (sub)command path equals the given one.
function _shtab_caucasus_tui_using
  _shtab_caucasus_tui_scan
  test "$_shtab_caucasus_tui_cmdpath" = "$argv"
end

set -g _shtab_caucasus_tui_commands brief ask show compare search list check new add draft import rename changes upgrade schema keys config completion timeline leverage terms recommendations why tracks outlook actors names sources ledger disputes
set -g _shtab_caucasus_tui_opts_with_value --cache --cite --dossier --for --format --from --id --key --kiosk --max-file --minutes --original --out --output --section --theme --today --width --with 'brief -o'

complete -c caucasus-tui -e
complete -c caucasus-tui -f

complete -c caucasus-tui -n _shtab_caucasus_tui_using -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l version -d 'show program'"'"'s version number and exit'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l theme -xka "caucasus-dark caucasus-light textual-dark textual-light nord gruvbox catppuccin-mocha dracula tokyo-night monokai flexoki catppuccin-latte catppuccin-frappe catppuccin-macchiato solarized-light solarized-dark rose-pine rose-pine-moon rose-pine-dawn atom-one-dark atom-one-light ansi-dark ansi-light" -d 'a colour theme; t changes it while running'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l mouse -l no-mouse -d 'use the mouse, or leave it to the terminal'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l ascii -l no-ascii -d 'print and draw in ASCII only (default: where the locale or the terminal shows no more)'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l low-bandwidth -l no-low-bandwidth -d 'sixteen colours, and searching when typing pauses: for slow lines'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l since-then -l no-since-then -d 'with what later sources tell of it, marked and apart (L in the dashboard)'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l resume -l no-resume -d 'begin where you were last time (without it, < leads there)'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l memory -l no-memory -d 'keep for the next start where you were, the theme chosen with t and what was collected'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l watch -l no-watch -d 'read the dossier anew whenever a file of it changes'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l cache -xka "(__fish_complete_directories (_caucasus_tui_value))" -d 'the folder for the cache, so that files need not be read again'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l today -x -d 'reckon ages from this day, such as 2026-11-23 (default: today)'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l max-file -x -d 'read files of up to so many megabytes (default: 2)'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l kiosk -xka "(__fish_complete_path (_caucasus_tui_value))" -d 'be the only program of an account: settings and dossiers from FILE alone (default: /etc/caucasus-tui/config.toml), nothing written, nothing started; docs/serving.md'
complete -c caucasus-tui -n _shtab_caucasus_tui_using -l reset-terminal -d 'put right a terminal that a killed program left in disorder'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a brief -d 'print or write the brief: text, Markdown, HTML, JSON, Word, PDF'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l for -xka "(_caucasus_tui_actors)" -d 'write it round an actor, by any name'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l with -xka "(_caucasus_tui_actors)" -d 'the sheet for a meeting with an actor instead'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l minutes -x -d 'keep within N minutes of reading, 1–30'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l section -xka "bottom-line situation asks windows judgements position levers upon terms outlook gaps tensions names sources references points questions expect reproach" -d 'only this section (repeatable): bottom-line, situation, asks, windows, judgements, position, levers, upon, terms, outlook, gaps, tensions, names, sources, references, points, questions, expect, reproach'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l map -d 'with the map to scale and how routes stand; HTML and PDF draw it'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l format -xka "text md html json docx pdf" -d 'text, md, html, json, docx, pdf (default: text)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -s o -l output -xka "(__fish_complete_path (_caucasus_tui_value))" -d 'write a file (.txt, .md, .html, .json, .docx, .pdf); - is stdout'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l force -d 'let -o overwrite a file'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l width -x -d 'columns to wrap text to (default: the terminal'"'"'s, or 80)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using brief' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a ask -d 'answer a standard meeting question; without a letter list them'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ask' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ask' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ask' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ask' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ask; and test $_shtab_caucasus_tui_npos -ge 0' -ka "(_caucasus_tui_questions)" -d 'the letter of a question, or words that it is asked in'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a show -d 'print what is at an address, such as lever:eu-economic or ecfr-2023:p8.2'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using show' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using show' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using show' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using show' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using show; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(_caucasus_tui_addresses)" -d 'lever:eu-economic, p8.2, T9, Ankara, pane:terms, ask:e …'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a compare -d 'print things beside each other: two actors, two agreements, sources, the sides of a tension'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using compare' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using compare' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using compare' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using compare' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using compare; and test $_shtab_caucasus_tui_npos -ge 0' -ka "(_caucasus_tui_addresses)" -d 'an id or an address: armenia, source:ecfr-2023 …'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a search -d 'search everything; filters: actor:iran kind:forecast after:2023-09 pane:terms'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using search' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using search' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using search' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using search' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using search; and test $_shtab_caucasus_tui_npos -ge 0' -ka "type:actor type:place type:name-rule type:term type:agreement type:track type:step type:event type:tension type:gap type:code type:later type:ledger type:dispute type:lever type:condition type:scenario type:recommendation type:point type:question type:source type:paragraph type:statement kind:fact kind:attributed kind:assessment kind:forecast kind:recommendation kind:curator" -d 'words, names in any script, a question, filters'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a list -d 'list the addresses of a kind of record; without a kind list the kinds'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using list' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using list' -l refs -d 'addresses alone, one a line; without a kind every one'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using list' -l csv -d 'CSV: of events the columns of '"'"'import'"'"', else address and title; then type, hedge and citation'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using list' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using list' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using list; and test $_shtab_caucasus_tui_npos -eq 0' -ka "actor place name-rule term agreement track step event tension gap code later ledger dispute lever condition scenario recommendation point question source paragraph statement" -d 'lever, event, gap, statement …'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a check -d 'report every problem of a dossier as file:line:col: message'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using check' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using check' -l original -x -d 'also compare with the original text of a source: same paragraphs, statements under the right ones, no shared run of 8 words (repeatable); alone, with all texts in seeds/originals/'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using check' -l strict -d 'fail, with status 1, also where something is to be done'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using check' -l json -d 'print JSON, as docs/json-output.md describes it'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using check' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using check; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(__fish_complete_directories (_caucasus_tui_value))" -d 'the dossier to check, as with --dossier DIR'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a new -d 'make a small dossier of your own to start from'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using new' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using new' -l from -xka "(__fish_complete_path (_caucasus_tui_value))" -d 'an article, which becomes the first source: text, Markdown, Word, HTML or PDF; in text, empty lines part the paragraphs; - is standard input'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using new' -l cite -xka "(__fish_complete_path (_caucasus_tui_value))" -d 'take title, authors, date, DOI and address from CSL-JSON or BibTeX, as Zotero exports them'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using new' -l key -x -d 'which reference, where --cite has several'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using new' -l id -x -d 'what the source is called (default: after its file)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using new' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using new; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(__fish_complete_directories (_caucasus_tui_value))" -d 'a folder that does not exist yet, or is empty'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a add -d 'add a text to a dossier of your own, as a further source'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using add' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using add' -l cite -xka "(__fish_complete_path (_caucasus_tui_value))" -d 'take title, authors, date, DOI and address from CSL-JSON or BibTeX, as Zotero exports them'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using add' -l key -x -d 'which reference, where --cite has several'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using add' -l id -x -d 'what the source is called (default: after its file)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using add' -l dry-run -d 'print what would be written, and write nothing'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using add' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using add; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(__fish_complete_path (_caucasus_tui_value))" -d 'text, Markdown, Word, HTML or PDF; in text, empty lines part the paragraphs; - is stdin'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a draft -d 'print a statement to fill in for each sentence of a source'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using draft' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using draft' -s o -l in-place -d 'write them into the file of the source, where none are yet'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using draft' -l dry-run -d 'with -o: print what would change as a diff'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using draft' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using draft; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(_caucasus_tui_sources)" -d 'the id of a source whose text is in seeds/originals/'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using draft; and test $_shtab_caucasus_tui_npos -ge 1' -ka "(_caucasus_tui_paragraphs)" -d 'p1, p2 …; without one every paragraph'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a import -d 'take the events of a CSV table into a dossier of your own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using import' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using import' -l dry-run -d 'tell what each line would become, and write nothing'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using import' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using import; and test $_shtab_caucasus_tui_npos -eq 0' -ka "events" -d 'what the table holds: events'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using import; and test $_shtab_caucasus_tui_npos -eq 1' -ka "(__fish_complete_path (_caucasus_tui_value))" -d 'CSV in UTF-8, with commas, semicolons or tabs; - is stdin'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a rename -d 'change an id everywhere in a dossier of your own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using rename' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using rename' -l dry-run -d 'print what would change as a diff, and write nothing'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using rename' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using rename; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(_caucasus_tui_addresses)" -d 'lever:closing, source:letter, letter:p1.2; the bare id where one has it'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a changes -d 'list what changed from one dossier to another, by statement and record'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using changes' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using changes' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using changes' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using changes; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(__fish_complete_directories (_caucasus_tui_value))" -d 'the folder of the dossier as it was'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using changes; and test $_shtab_caucasus_tui_npos -eq 1' -ka "(__fish_complete_directories (_caucasus_tui_value))" -d 'the folder of the dossier as it is'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a upgrade -d 'bring the files of an older dossier up to today'"'"'s format'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using upgrade' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using upgrade' -l dry-run -d 'print what would change as a diff, and write nothing'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using upgrade' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using upgrade; and test $_shtab_caucasus_tui_npos -eq 0' -ka "(__fish_complete_directories (_caucasus_tui_value))" -d 'a folder with data/ and seeds/'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a schema -d 'print the JSON Schema of a file of a dossier; without a file list the schemas'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using schema' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using schema' -l out -xka "(__fish_complete_directories (_caucasus_tui_value))" -d 'write every schema into this folder'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using schema' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using schema; and test $_shtab_caucasus_tui_npos -eq 0' -ka "dossier actors places events levers agreements tracks steps conditions scenarios recommendations names tensions gaps points codebook questions later ledger disputes source" -d 'events, data/events.yaml, source, seeds/letter.yaml …'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a keys -d 'list the keys of the dashboard'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using keys' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using keys' -l ids -d 'also the ids by which the configuration names the keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using keys' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a config -d 'print the settings in force, and where each comes from'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using config' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using config' -l path -d 'print the path of the file, and nothing else'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using config' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a completion -d 'print what makes a shell complete commands and addresses'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using completion' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using completion' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using completion; and test $_shtab_caucasus_tui_npos -eq 0' -ka "bash zsh fish" -d 'bash, zsh, fish'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a timeline -d 'open the dashboard at timeline'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using timeline' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using timeline' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using timeline' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using timeline' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a leverage -d 'open the dashboard at leverage'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using leverage' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using leverage' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using leverage' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using leverage' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a terms -d 'open the dashboard at terms'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using terms' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using terms' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using terms' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using terms' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a recommendations -d 'open the dashboard at recommendations'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using recommendations' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using recommendations' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using recommendations' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using recommendations' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a why -d 'open the dashboard at why'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using why' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using why' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using why' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using why' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a tracks -d 'open the dashboard at tracks'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using tracks' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using tracks' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using tracks' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using tracks' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a outlook -d 'open the dashboard at outlook'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using outlook' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using outlook' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using outlook' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using outlook' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a actors -d 'open the dashboard at actors'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using actors' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using actors' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using actors' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using actors' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a names -d 'open the dashboard at names'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using names' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using names' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using names' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using names' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a sources -d 'open the dashboard at sources'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using sources' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using sources' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using sources' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using sources' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a ledger -d 'open the dashboard at ledger'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ledger' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ledger' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ledger' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using ledger' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and test $_shtab_caucasus_tui_npos -eq 0' -a disputes -d 'open the dashboard at disputes'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using disputes' -s h -l help -d 'show this help message and exit'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using disputes' -l width -x -d 'columns to wrap to (default: the terminal'"'"'s, at most 100)'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using disputes' -l json -d 'JSON instead of text; docs/json-output.md has its keys'
complete -c caucasus-tui -n '_shtab_caucasus_tui_using disputes' -l dossier -xka "(_caucasus_tui_dossiers)" -d 'a folder with data/ and seeds/, or a name from the configuration; '"'"'bundled'"'"' is the program'"'"'s own'

# In place of a command an address may stand: from its first colon on.
complete -c caucasus-tui -n '_shtab_caucasus_tui_using; and string match -q "*:*" -- (commandline -ct)' \
  -ka "(_caucasus_tui_addresses)" -d 'open the dashboard there'
