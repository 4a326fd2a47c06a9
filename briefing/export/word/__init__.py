"""What a Word file is made of: elements, lines with their notes, blocks, lists, and parts."""
