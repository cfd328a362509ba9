using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Which form a table is: title, 表号, lines and columns weighed together.</summary>
static class FormMatcher
{
    public static (Reading? Reading, decimal Score, IReadOnlyList<Finding> Findings) Match(
        UnderstoodTable table, Catalog catalog, MatchHints hints, string? district, OrgUnit? unit, Func<TableRow, bool> isOwnRow, Period? period)
    {
        if (table.IsPersonal) return (null, 0, [MatchFindings.PersonalLedger(table)]);
        if (table.Rows.Count > Weights.MostRows) return (null, 0, [MatchFindings.FormUnknown(table, catalog)]);
        if (hints.Form is { } id)
            return CandidatesOf(catalog, district, period).Where(form => form.Id == id).Select(form => Held(form, table, unit, isOwnRow, period)).ToList() is [var (named, sure), ..]
                ? (named, sure, []) : (null, 0, [MatchFindings.FormNotDefined(table, id, catalog)]);
        var candidates = Candidates(CandidatesOf(catalog, district, period), form => Held(form, table, unit, isOwnRow, period), table);
        var (best, score) = candidates.Count > 0 ? candidates[0] : (null, 0);
        var rivals = candidates.TakeWhile(pair => pair.Score > score - Weights.FormLead).Select(pair => pair.Reading.Form).ToList();
        if (score >= Weights.FormTaken && rivals.Count == 1 && best!.LinesEvidence >= Weights.FormLeastLines)
            return (best, score, OtherTitle(table, best.Form, CandidatesOf(catalog, district, period), catalog));
        if (Remembered.Form(table, catalog, district) is { } known
            && CandidatesOf(catalog, district, period).Where(form => form.Id == known).Select(form => Held(form, table, unit, isOwnRow, period)).ToList() is [var (meant, likely), ..]
            && meant.LinesEvidence >= Weights.FormLeastLines)
            return (meant, likely, [MatchFindings.FormRemembered(table, meant.Form)]);
        return (null, score, [score < Weights.FormNear ? MatchFindings.FormUnknown(table, catalog) : MatchFindings.FormUnsure(table, score, rivals)]);
    }

    /// <summary>
    /// The best form and all that rival it, the best first. Lines and columns are dear to compare, title and 表号 cheap: a form that could
    /// not come near the best even if all its lines and columns were there is not held against the table.
    /// </summary>
    static List<(Reading Reading, decimal Score)> Candidates(IEnumerable<Form> forms, Func<Form, (Reading Reading, decimal Score)> held, UnderstoodTable table)
    {
        var candidates = new List<(Reading Reading, decimal Score)>();
        foreach (var (form, most) in forms.Select(form => (form, Most: Score(table, form, 1, 1))).OrderByDescending(each => each.Most))
        {
            if (candidates.Count > 0 && most <= candidates.Max(each => each.Score) - Weights.FormLead) break;
            candidates.Add(held(form));
        }
        return [.. candidates.OrderByDescending(each => each.Score)];
    }

    internal static (Reading Reading, decimal Score) Held(Form form, UnderstoodTable table, OrgUnit? unit, Func<TableRow, bool> isOwnRow, Period? period)
    {
        var reading = Reading.Best(form, table, unit, isOwnRow, period);
        return (reading, Score(table, reading));
    }

    public static decimal Score(UnderstoodTable table, Reading reading) => Score(table, reading.Form, reading.LinesEvidence, reading.ColumnsEvidence);

    static decimal Score(UnderstoodTable table, Form form, decimal lines, decimal columns)
    {
        var evidence = new List<(decimal Weight, decimal Found)> { (Weights.Lines, Math.Min(1, lines)), (Weights.Columns, Math.Min(1, columns)) };
        if (table.Title is { } title) evidence.Add((Weights.Title, TitleLikeness(form, title)));
        if (table.FormNumber is { } number) evidence.Add((Weights.FormNumber, SameNumber(form.Number, number) ? 1 : 0));
        return Math.Round(evidence.Sum(item => item.Weight * item.Found) / evidence.Sum(item => item.Weight), 3);
    }

    /// <summary>One version of each form: the one in force for the period, else the last.</summary>
    static IEnumerable<Form> CandidatesOf(Catalog catalog, string? district, Period? period) =>
        catalog.Forms.Where(form => district is null || form.District.Length == 0 || form.District == district)
            .GroupBy(form => (form.Id, form.District))
            .Select(versions => (period is { } known ? versions.FirstOrDefault(form => form.AppliesTo(known.Start)) : null) ?? versions.MaxBy(form => form.Version)!);

    static decimal TitleLikeness(Form form, string title)
    {
        var bare = Words.Bare(title);
        return form.Titles.Append(form.Name).Select(Words.Bare).Where(words => words.Length > 1)
            .Select(words => bare.Contains(words, StringComparison.Ordinal) ? 1 : Pairs(words) is var pairs ? (decimal)pairs.Count(bare.Contains) / pairs.Count : 0)
            .DefaultIfEmpty(0).Max();
    }

    /// <summary>The title in full is another form's, and all else is this one's: lines copied under a wrong heading, or a heading over wrong lines.</summary>
    static IReadOnlyList<Finding> OtherTitle(UnderstoodTable table, Form taken, IEnumerable<Form> forms, Catalog catalog)
    {
        if (table.Title is not { } title) return [];
        var own = NameIn(title, taken, catalog);
        var other = forms.FirstOrDefault(form => form.Id != taken.Id && NameIn(title, form, catalog) is { } name && (own is null || name.Length > own.Length && name.Contains(own, StringComparison.Ordinal)));
        return other is null ? [] : [MatchFindings.FormTitleDiffers(table, taken, other)];
    }

    /// <summary>The longest of a form's names that the title holds, with or without its district's; null where it holds none.</summary>
    static string? NameIn(string title, Form form, Catalog catalog)
    {
        var bare = Words.Bare(title);
        var district = catalog.District(form.District)?.Name;
        return form.Titles.Append(form.Name).Select(Words.Bare).Select(name => district is null ? name : name.Replace(district, "", StringComparison.Ordinal))
            .Where(name => name.Length >= Weights.ShortestName && bare.Contains(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
    }

    static List<string> Pairs(string words) => [.. Enumerable.Range(0, words.Length - 1).Select(start => words.Substring(start, 2))];

    static bool SameNumber(string official, string printed)
    {
        var (one, other) = (Words.Bare(official), Words.Bare(printed));
        return one.Length > 0 && (one == other || other.Contains(one, StringComparison.Ordinal));
    }
}
