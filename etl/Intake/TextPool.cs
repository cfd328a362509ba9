namespace Reporting.Etl.Intake;

/// <summary>
/// Gives equal short texts one string: a sheet of figures repeats a few thousand of them. A slot holds the last text of its hash;
/// what is pushed out is only made anew.
/// </summary>
sealed class TextPool
{
    const int Slots = 4096;
    const int LongestPooled = 24;
    readonly string?[] slots = new string?[Slots];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestPooled) return new(text);
        ref var slot = ref slots[string.GetHashCode(text) & (Slots - 1)];
        if (slot is not null && text.SequenceEqual(slot)) return slot;
        return slot = new(text);
    }
}
