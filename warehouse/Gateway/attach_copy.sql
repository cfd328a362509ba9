-- Another store beside the open one, to be filled.
attach '{file}' as kept;
