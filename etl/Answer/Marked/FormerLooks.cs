namespace Reporting.Etl.Answer.Marked;

/// <summary>
/// How cells looked before an earlier round marked them. A cell that has been moved since (a row was put in above it) is not found by its
/// address: it loses the fill and takes the border that most marked cells of its sheet had.
/// </summary>
sealed class FormerLooks(IReadOnlyDictionary<(string Sheet, string Cell), FormerLook> looks)
{
    readonly Dictionary<string, FormerLook?> usual = new(StringComparer.Ordinal);

    public FormerLook? Of(string sheet, string cell)
    {
        if (looks.TryGetValue((sheet, cell), out var look)) return look;
        if (!usual.TryGetValue(sheet, out var common))
        {
            var border = looks.Where(known => known.Key.Sheet == sheet).GroupBy(known => known.Value.Border).MaxBy(group => group.Count())?.Key;
            usual[sheet] = common = border is null ? null : new("", border);
        }
        return common;
    }
}
