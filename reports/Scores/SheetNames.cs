using Reporting.Reports.Drawing;
using Reporting.Reports.Lineage;
using Reporting.Reports.Revised;

namespace Reporting.Reports.Scores;

/// <summary>Names of sheets after units: each once, without the signs that none may hold, and not longer than one may be.</summary>
sealed class SheetNames
{
    const int Longest = 31;
    readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { DataSheet.Name, SourceSheet.Name, RevisionsSheet.Name };

    public string Of(string wanted)
    {
        var plain = new string([.. wanted.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal)).Take(Longest - 3)]).Trim();
        if (plain.Length == 0) plain = "单位";
        var name = plain;
        for (var number = 2; !taken.Add(name); number++) name = $"{plain}{number}";
        return name;
    }
}
