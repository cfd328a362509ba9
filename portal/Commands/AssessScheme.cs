using Reporting.Reports;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>The scores of a scheme's units: as a table, for one unit rule by rule, as JSON or as the sheet that is handed round.</summary>
static class AssessScheme
{
    public static Answer Run(Request request, Office office, Catalog catalog, int? year, Load asOf)
    {
        if (year is not { } scored) throw new MisuseException("评分要用 --year 指明年份。", "A scheme is scored for a year: name it with --year.");
        if (request["--plan"] is not null) throw new MisuseException("--plan 和 --scheme 不能一起用。", "--plan and --scheme do not go together.");
        var scheme = AskedScheme.Of(request["--scheme"]!, catalog, scored);
        if (request["--district"] is not null && Asked.District(request, catalog).Code != scheme.District)
            throw new MisuseException($"{scheme.Name}是 {scheme.District} 的，不是 {request["--district"]} 的。", $"The scheme {scheme.Id} is of {scheme.District}, not of {request["--district"]}.");
        AskedReach.Check(office.Warehouse.Marts, scheme.District, scored, asOf);
        var through = AskedReach.Through(request, office.Warehouse.Marts, scheme.District, scored, asOf);
        var board = Scorer.Of(ScoringReading.Input(office.Warehouse.Marts, catalog, scheme, scored, through, asOf));
        var shown = Units(request, catalog, scheme, board);
        var answer = request.Json ? Answer.Document(Printed(scheme, board, shown, asOf)) : Answer.Done(Text(request, scheme, board, shown));
        return request["--out"] is not { } path ? answer : answer with { Files = [new(path, Workbook(office, catalog, scheme, board, asOf)) { Name = $"{scheme.Name}{scored}年绩效考核表.xlsx" }] };
    }

    // The workbook of the 年度考核, of one scheme and up to the month asked for; what was frozen is asked of the report.
    static byte[] Workbook(Office office, Catalog catalog, Scheme scheme, ScoreBoard board, Load asOf)
    {
        var ask = new ReportAsk(office.Warehouse, scheme.District, Period.Year(board.Year), asOf, Stamp: null, office.IsDemo);
        return AnnualReport.Render(AnnualReading.Of(ask.Cover(AnnualReport.Title), catalog, office.Warehouse.Marts, Period.Parse(board.Through).Start.Month, [new(scheme, board)]));
    }

    static IReadOnlyList<ScoredUnit> Units(Request request, Catalog catalog, Scheme scheme, ScoreBoard board)
    {
        if (Asked.Unit(request, catalog, scheme.District) is not { } unit) return board.Units;
        return board.Units.FirstOrDefault(scored => scored.OrgUnit == unit.Code) is { } one ? [one]
            : throw new MisuseException($"{scheme.Name}不考核{unit.Name}。", $"The scheme {scheme.Id} does not score {unit.Code}.");
    }

    static string Text(Request request, Scheme scheme, ScoreBoard board, IReadOnlyList<ScoredUnit> shown) => request["--org"] is null
        ? ScoreTable.Of(scheme, board) : ScoreTable.Of(scheme, board, shown[0]);

    static object Printed(Scheme scheme, ScoreBoard board, IReadOnlyList<ScoredUnit> shown, Load asOf) => new
    {
        board.Scheme, Version = board.SchemeVersion, scheme.Name, scheme.District, board.Year, board.Through, AsOf = asOf.LoadId,
        Units = shown.Select(unit => new
        {
            Org = unit.OrgUnit, unit.Name, unit.Group, unit.Score, unit.Rank, unit.Of, unit.Grade, unit.GradeWords, Vetoed = unit.IsVetoed, unit.Words,
            Rules = unit.Rules.Select(rule => new
            {
                rule.Id, rule.Name, rule.Method, rule.Weight, rule.Counted, rule.Score, Held = rule.IsHeld, rule.Commitment, rule.Value, rule.Target, rule.Unit, rule.Words, rule.Practice,
            }),
        }),
    };
}
