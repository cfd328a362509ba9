using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Which column of a form some header words name: by title and alias, else by what they say (上年, 累计, 本月).</summary>
static partial class ColumnMatcher
{
    public static (FormColumn? Column, decimal Score) Match(Form form, IReadOnlyList<string> path, Period? period, Period? tablePeriod)
    {
        var words = string.Concat(path.Select(Words.Bare));
        if (path.Count == 0 || Derived().IsMatch(words)) return (null, 0);
        if (form.Columns.Any(column => column.HasOwnPeriod) && OfPeriod(form, words, period) is { } ofPeriod) return ofPeriod;
        var isPast = Past().IsMatch(words) || period is { } own && tablePeriod is { } table && own.End.Year < table.Start.Year;
        var best = form.Columns.Where(column => column.IsQuoted == isPast)
            .Select(column => (Column: (FormColumn?)column, Score: Score(column, path, isPast))).Append((Column: null, Score: 0)).MaxBy(pair => pair.Score);
        return best.Score >= Weights.ColumnTaken ? best : Meant(form, words, isPast) is { } meant ? (meant, 0.85m) : (null, best.Score);
    }

    /// <summary>The column whose own period the words name: 2016年末, or 五年合计 for the only plan there is. A year that no column asks for is none.</summary>
    static (FormColumn? Column, decimal Score)? OfPeriod(Form form, string words, Period? period)
    {
        var own = form.Columns.Where(column => column.HasOwnPeriod).Select(column => (Column: column, Period: Period.Parse(column.PeriodCode!))).ToList();
        period ??= PeriodWords.Find(words)?.Period
            ?? (FiveYears().IsMatch(words) && own.Where(pair => pair.Period.Kind == PeriodKind.plan).ToList() is [var (_, plan)] ? plan : null);
        if (period is not { Kind: PeriodKind.year or PeriodKind.plan } named) return null;
        return own.Where(pair => pair.Period == named).Select(pair => ((FormColumn?)pair.Column, 1m)).FirstOrDefault((null, 0m));
    }

    /// <summary>The rest of a header word that begins or ends with a column's name: 本月新增就业人数 is 本月 and 新增就业人数.</summary>
    public static (FormColumn Column, string Remainder)? Split(Form form, string words)
    {
        var bare = Words.Bare(words);
        foreach (var (column, name) in form.Columns.SelectMany(column => NamesOf(column).Select(name => (column, name))).OrderByDescending(pair => pair.name.Length))
        {
            if (name.Length < 2 || bare.Length < name.Length + 2) continue;
            if (bare.StartsWith(name, StringComparison.Ordinal)) return (column, bare[name.Length..]);
            if (bare.EndsWith(name, StringComparison.Ordinal)) return (column, bare[..^name.Length]);
            if (bare.EndsWith($"({name})", StringComparison.Ordinal)) return (column, bare[..^(name.Length + 2)]);
        }
        return null;
    }

    // A column's names are the same for every header that is held against it.
    static readonly ConditionalWeakTable<FormColumn, List<LabelKey>> Known = [];

    static decimal Score(FormColumn column, IReadOnlyList<string> path, bool isPast)
    {
        var joined = LabelKey.Of(string.Concat(path));
        var names = Known.GetValue(column, known => [.. known.Aliases.Prepend(known.Title).Select(LabelKey.Of)]);
        var whole = names.Max(name => name.Likeness(joined));
        var part = isPast ? 0 : path.Max(words => names.Max(name => name.Likeness(LabelKey.Of(words)))) - (path.Count > 1 ? 0.02m : 0);
        return Math.Max(whole, part);
    }

    static FormColumn? Meant(Form form, string words, bool isPast)
    {
        Basis? basis = Cumulated().IsMatch(words) ? Basis.year_to_date : Current().IsMatch(words) ? Basis.in_period : null;
        return form.Columns.Where(column => column.IsQuoted == isPast && column.Basis == basis).ToList() is [var only] ? only : null;
    }

    static IEnumerable<string> NamesOf(FormColumn column) =>
        column.Aliases.Prepend(column.Title).SelectMany(name => new[] { Words.Bare(name), LabelKey.Of(name).Loose }).Distinct();

    [GeneratedRegex("同比|环比|增长|增幅|增减|比上年|比去年|较上年|较去年|完成率|完成比例|占比|比重|目标|计划|任务|差额|备注")]
    private static partial Regex Derived();
    [GeneratedRegex("五年|(?<!\\d)5年|^(?:合计|总计|累计)(?:数)?$")]
    private static partial Regex FiveYears();
    [GeneratedRegex("上年|去年|同期|上期|前一年")]
    private static partial Regex Past();
    [GeneratedRegex(@"累计|累積|年初至|截至|全年|\d月?(?:-|—|–|~|至){1,2}\d+月")]
    private static partial Regex Cumulated();
    [GeneratedRegex(@"本月|当月|本期|当期|报告期|^\d{0,4}年?\d{1,2}月份?(?:数|人数)?$")]
    private static partial Regex Current();
}
