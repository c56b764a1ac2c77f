"""Read lines of training as prescriptions: pure functions, no AWS.

`composition` has the steps, and each step is a room:

1. `text`: a line becomes tokens. Look at `tokens`, `atoms` and `numerals` first.
2. `grammar`: tokens match the phrases of notation.toml and the names of movements. `notation`, `phrases`, `catalogue`,
   `names`.
3. `work`: the words of a line with work become items. `chunks`, `items`, `statements` with a function for each kind of
   phrase, `wording` and `naming` for the words between phrases.
4. `prose`: a line that prescribes nothing is a note, a heading or an announcement. `notes`, `signs`, `traits`.
5. `readers`: each kind of line has a reader, such as `schemes`, `movement_lines`, `set_lines`, `max_tests` and
   `tabata`; `line_elements` tries them in turn.
6. `blocks`: elements become blocks. `grouping`, `block_builder`, `divided_sets`.

The modules of this folder itself put them together: `segment_lines` and `lines` read each line in the context of the
lines above it, `prescriptions` makes records of blocks, `findings` reports what is uncertain, and `values` and
`elements` are the types that all steps share.
"""
