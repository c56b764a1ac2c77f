"""Read lines of training as prescriptions: pure functions, no AWS.

The steps of `composition`, with the modules to look at first:

1. Text becomes tokens: `tokens`, `atoms`, `numerals`, `units`, `vocabulary`.
2. Tokens match phrases and names: `notation`, `phrases`, `phrase_grammar`, `catalogue`, `names`.
3. Each line becomes elements, in the context of the lines above it: `segment_lines`, `lines`, `line_elements`, and a
   reader for each kind of line, such as `schemes`, `movement_lines`, `set_lines`, `max_tests` and `rests`.
4. The words of a line with work become items: `chunks`, `items`, `statements` with a function for each kind of phrase,
   `wording` and `naming` for the words between phrases, `item_checks`.
5. A line that no reader can read becomes a note or a finding: `notes`, `signs`, `traits`, `headings`.
6. Elements become blocks: `grouping`, `block_builder`, `block_headings`, `divided_sets`, `totals`.
7. Blocks become prescriptions: `prescriptions`, `bases`, `prescription_fields`; and findings: `findings`.
"""
