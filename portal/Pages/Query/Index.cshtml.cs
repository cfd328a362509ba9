using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Keeping;
using Reporting.Portal.Operations;
using Reporting.Portal.Pages.Reading;
using Reporting.Portal.Web;
using Reporting.Reports.Bulk;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>查询: figures of an indicator or element, of units over years, as of a load; laid out, drawn, taken as a file, kept under a name.</summary>
[For(Role.reporter, Role.reviewer, Role.leader, Role.assessor)]
public sealed class QueryModel(Office office) : FiguresPage(office)
{
    const int LongestName = 60;

    [BindProperty] public string? Name { get; set; }
    public AskedFigures Asked { get; private set; } = new();
    internal ReadScope? Scope { get; private set; }
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];
    public IReadOnlyList<Element> Elements { get; private set; } = [];
    public IReadOnlyList<SavedQuery> Saved { get; private set; } = [];
    internal Pivot? Pivot { get; private set; }

    /// <summary>What the units in the rows add up to; null where they are not all there, or adding up means nothing.</summary>
    internal UnitSum? Sum { get; private set; }
    public string? Title { get; private set; }
    public string UnitWords { get; private set; } = "";
    public string? NameWrong { get; private set; }
    public Load? Load { get; private set; }
    internal Indicator? Definition { get; private set; }

    public IActionResult OnGet([FromQuery] AskedFigures asked) => Lay(asked) ? Page() : NotFound();

    public IActionResult OnGetFile([FromQuery] AskedFigures asked, string? format)
    {
        if (!Choose(asked) || Scope is null || !Enum.GetNames<BulkFormat>().Contains(format) || !Enum.TryParse<BulkFormat>(format, out var kind)) return NotFound();
        (long Rows, string LaidAt)? laid = null;
        if (!Try(() => laid = BulkQuery.Lay(Office, [Span(asked, Scope)], Load!, kind, HttpContext.RequestAborted))) return Lay(asked) ? Page() : NotFound();
        var file = new FileStream(laid!.Value.LaidAt, FileMode.Open, FileAccess.Read, FileShare.None, 81920, FileOptions.DeleteOnClose);
        var name = $"{Scope.District.Name}填报值（批次 {Load!.LoadId}）.{kind}";
        Audit("download", name);
        return File(file, "application/octet-stream", name);
    }

    /// <summary>The table as it is shown, for a spreadsheet: what it is of and as of when stands above it.</summary>
    public IActionResult OnGetTable([FromQuery] AskedFigures asked)
    {
        if (!Lay(asked)) return NotFound();
        if (Pivot is not { } pivot || Load is not { } load) return Page();
        string?[][] lines =
        [
            [$"{Title}（{UnitWords}）"], [$"{Scope!.District.Name}，按批次 {load.LoadId}（{ShanghaiTime.Print(load.CommittedAt)}）的数据；“缺 n 家”是该报未报的"],
            [asked.YearsInRows ? "年份" : "单位", .. pivot.Columns],
            .. pivot.Rows.Select(row => (string?[])[row.Label, .. row.Cells.Select(cell => cell is null ? "" : $"{cell.ValueInWords(Definition)}{cell.Gap}")]),
            .. Feet.Select(foot => (string?[])[foot.Label, .. foot.Cells]),
        ];
        // With its mark, or a spreadsheet on a Chinese desk takes it for another encoding.
        var bytes = Encoding.UTF8.GetBytes("\ufeff" + string.Concat(lines.Select(line => Csv.Line(line) + "\r\n")));
        return Download(bytes, $"{Scope.District.Name} {Title} {asked.From ?? ""}{(asked.To is { } to && to != asked.From ? $"—{to}" : "")}（批次 {load.LoadId}）.csv");
    }

    public IActionResult OnPostSave([FromQuery] AskedFigures asked)
    {
        if (!Lay(asked)) return NotFound();
        NameWrong = Given(Name) switch { null => "给这个查询起个名字。", { Length: > LongestName } => $"名字最多 {LongestName} 个字。", _ => null };
        if (NameWrong is not null) return Page();
        if (!Office.Operations.SaveQuery(Me.Login, Given(Name)!, asked.Address())) SayFailed($"最多存 {OperationsStore.MostQueries} 个查询；先删掉不用的。");
        else SayDone($"已存为“{Given(Name)}”。");
        return Redirect(asked.Address());
    }

    public IActionResult OnPostForget([FromQuery] AskedFigures asked, long id)
    {
        Office.Operations.ForgetQuery(Me.Login, id);
        return Redirect(asked.Address());
    }

    bool Lay(AskedFigures asked)
    {
        Saved = Office.Operations.SavedQueries(Me.Login);
        if (!Choose(asked)) return false;
        if (Scope is null || !asked.IsAsked || Wrong is not null) return true;
        Try(() => Answer(asked, Scope));
        return true;
    }

    /// <summary>What can be chosen, and whether what was chosen is in reach.</summary>
    bool Choose(AskedFigures asked)
    {
        (Asked, DistrictCode) = (asked, asked.District);
        var districts = ReadDistricts;
        if (districts.Count == 0) return true;
        if (InReach(districts) is not { } district) return false;
        Scope = ReadScope.Of(Catalog, Me, district);
        if (!Try(() => Load = Commands.Asked.AsOf(Ask(Query.Verb, ("--as-of", asked.AsOf)), Office.Warehouse))) return true;
        var (catalog, known) = (Office.Warehouse.Definitions.AsOf(Load!.LoadId), ReadScope.Elements(Catalog, district.Code));
        Indicators = [.. catalog.Indicators.Where(one => one.Numerator.Concat(one.Denominator).Any(term => known.Contains(term.Element))).GroupBy(one => one.Id).Select(one => one.Last()).OrderBy(one => one.Name, StringComparer.Ordinal)];
        Elements = [.. catalog.Elements.Where(one => known.Contains(one.Id)).GroupBy(one => one.Id).Select(one => one.Last()).OrderBy(one => one.Name, StringComparer.Ordinal)];
        if (asked.IsAsked && !Indicators.Any(one => one.Id == asked.Indicator) && !Elements.Any(one => one.Id == asked.Element)) return false;
        return Given(asked.Org) == "all" ? Scope.IsWhole : Scope.Unit(Given(asked.Org)) is not null;
    }

    void Answer(AskedFigures asked, ReadScope scope)
    {
        var (marts, catalog, district) = (Office.Warehouse.Marts, Office.Warehouse.Definitions.AsOf(Load!.LoadId), scope.District);
        IReadOnlyList<string>? units = Given(asked.Org) == "all" ? null : [scope.Unit(Given(asked.Org))!.Code];
        var view = asked.View == "today" ? UnitView.today : UnitView.then;
        var (from, to) = asked.Years((marts.LatestPeriod(district.Code, Load.LoadId) ?? Today).Year);
        var rows = new List<FigureRow>();
        for (var year = from; year <= to; year++)
        {
            var through = Commands.Asked.Through(Ask(Query.Verb, ("--through", asked.Through)), year, marts.LatestMonth(district.Code, year, Load.LoadId));
            rows.AddRange(asked.Indicator is { } indicator ? Query.Indicators(Office.Warehouse, catalog, district, indicator, year, through, units, Load, view)
                : Query.Elements(Office.Warehouse, catalog, district, asked.Element!, year, through, units, Load, view));
        }
        if (asked.Element is not null && Given(asked.Breakdown) is var part && part != "all") rows.RemoveAll(row => (row.Breakdown ?? Breakdown.Total) != (part ?? Breakdown.Total));
        Definition = asked.Indicator is { } of ? Indicators.First(one => one.Id == of) : null;
        UnitWords = rows is [{ Unit: var words }, ..] ? words : "";
        Title = Definition?.Name ?? Elements.First(one => one.Id == asked.Element).Name;
        Pivot = Pages.Pivot.Of(catalog, district, rows, asked.YearsInRows);
        Sum = units is null && !asked.YearsInRows ? UnitSum.Of(catalog, district, rows) : null;
    }

    /// <summary>Rows below the table: the sum of the units, and by how much the district's own figure is more or less.</summary>
    internal IEnumerable<(string Label, IReadOnlyList<string> Cells)> Feet
    {
        get
        {
            if (Sum is not { } sum) yield break;
            yield return ("各单位合计", [.. sum.Columns.Select(column => $"{Words(column.Sum)}{(column is { Sum: not null, Without: > 0 and var without } ? $"（{without} 家没有数）" : "")}")]);
            if (sum.StandsApart) yield return ("全区数减合计", [.. sum.Columns.Select(column => Words(column.Residual))]);
        }
    }

    string Words(decimal? value) => value is { } some ? $"{some.ToString("#,##0.####", CultureInfo.InvariantCulture)} {UnitWords}" : "—";

    CountedSpan Span(AskedFigures asked, ReadScope scope)
    {
        var (from, to) = asked.Years((Office.Warehouse.Marts.LatestPeriod(scope.District.Code, Load!.LoadId) ?? Today).Year);
        var elements = !asked.IsAsked ? null : Commands.Asked.ElementsAsked(Ask(Query.Verb, ("--indicator", asked.Indicator), ("--element", asked.Element)), Office.Warehouse.Definitions.AsOf(Load.LoadId));
        var isAll = Given(asked.Org) == "all" || scope.IsWhole && Given(asked.Org) is null;
        return new(scope.District.Code, isAll ? null : scope.Unit(Given(asked.Org))!.Code, elements, new(from, 1, 1), new(to, 12, 31), Load.LoadId);
    }

    internal string Link(FigureRow cell) => cell.Indicator is { } indicator
        ? Addresses.Lineage(cell.District, cell.Org, indicator, cell.Year, cell.Through, Asked.AsOf)
        : Addresses.OfElement(cell.District, cell.Org, cell.Element!, cell.Breakdown, cell.Year, cell.Through, Asked.AsOf);
}
