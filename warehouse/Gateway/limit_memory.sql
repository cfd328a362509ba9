-- What does not fit into this is laid out on the disk; the program itself and its workbooks need the rest of a small machine.
-- Said to the engine once it holds for good; said again it also gives back what its allocator kept of earlier work.
set global memory_limit = '180MB';
