using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Warehouse;

/// <summary>
/// A case of the warehouse's grain as a text file: definitions, what is loaded and taken back, and the rows that must come out.
/// Blocks open with <c>=== words</c>; tables are comma-separated with a header that names the columns compared.
/// </summary>
sealed class GrainCase(string path)
{
    readonly Dictionary<string, SubmissionTable> tables = [];
    readonly Dictionary<string, long> loads = [];
    readonly List<string> problems = [];

    public IReadOnlyList<string> Run()
    {
        using var warehouse = new TestWarehouse();
        foreach (var block in Blocks(File.ReadAllLines(path))) Step(warehouse, block);
        return problems;
    }

    void Step(TestWarehouse warehouse, Block block)
    {
        switch (block.Words)
        {
            case ["definitions", .. var rest]: Define(warehouse, block, rest); break;
            case ["load", var name, "by", var reporter, "on", var day]:
                tables[name] = warehouse.Load(name, reporter, Cells(warehouse, reporter, block), Day(day));
                Remember(warehouse, name);
                break;
            case ["withdraw" or "void", var name, "on", var day]:
                warehouse.TakeBack(tables[name], block.Words[0] == "void" ? TableState.voided : TableState.withdrawn, Day(day));
                Remember(warehouse, $"{block.Words[0]}-{name}");
                break;
            case ["expect", "table", var name, var state]:
                Compare(block, [state], [warehouse.Submissions.TablesOf(tables[name].SubmissionId).Single().State.ToString()]);
                break;
            case ["expect", .. var what]: Expect(warehouse, block, what); break;
            default: throw new FormatException($"{path}: what is '=== {string.Join(' ', block.Words)}'?");
        }
    }

    void Define(TestWarehouse warehouse, Block block, ReadOnlySpan<string> rest)
    {
        var day = rest is ["on", var given, ..] ? Day(given) : new DateOnly(2022, 1, 1);
        var name = rest is [.., "as", var called] ? called : "definitions";
        var refused = rest is [.., "refused"];
        try
        {
            warehouse.Define(string.Join('\n', block.Lines), day);
            if (refused) problems.Add($"line {block.Line}: the definitions were expected to be refused");
        }
        catch (DefinitionException failure) when (refused) { Refusal = failure.MessageEn; }
        Remember(warehouse, name);
    }

    string Refusal { get; set; } = "";

    void Remember(TestWarehouse warehouse, string name)
    {
        loads[name] = warehouse.LastLoad;
        // The annual fact must be what the same statement gives when asked afresh, whatever order led here. Of a year that it does not hold the
        // marts answer by that very statement: there is nothing to compare.
        foreach (var year in new[] { 2020, 2021, 2022, 2023 })
            foreach (var district in warehouse.Definitions.Current.Districts)
            {
                var slice = new { district = district.Code, year, asOf = warehouse.LastLoad, through = (int?)null };
                var figures = warehouse.Gateway.Read<IndicatorYear>("Marts/queries/indicator_years.sql", slice);
                var terms = warehouse.Gateway.Read<ElementYear>("Marts/queries/element_years.sql", slice);
                if (figures.Count + terms.Count == 0) continue;
                var afresh = Afresh(warehouse, district.Code, year);
                if (figures.Count > 0 && !figures.SequenceEqual(afresh.Figures)) problems.Add($"after {name}: the annual fact of {year} is not what a rebuild gives");
                if (year < 2022) continue; // terms without an indicator are of later years in the cases
                if (terms.Count > 0 && !terms.SequenceEqual(afresh.Terms)) problems.Add($"after {name}: the terms of {year} are not what a rebuild gives");
                // What was laid out before is given again only where nothing moved since.
                if (year == 2022 && !warehouse.Marts.IndicatorYears(district.Code, year, warehouse.LastLoad, UnitView.today, through: 12).SequenceEqual(Afresh(warehouse, district.Code, year, UnitView.today).Figures.Where(row => row.Through == 12)))
                    problems.Add($"after {name}: {year} under today's units is not what was laid out afresh");
            }
    }

    // Both from one laying out of the slice: that is nine tenths of the time of either, and was most of the time of these cases.
    static (IReadOnlyList<IndicatorYear> Figures, IReadOnlyList<ElementYear> Terms) Afresh(TestWarehouse warehouse, string district, int year, UnitView view = UnitView.then) =>
        warehouse.Gateway.Write(transaction =>
        {
            var slice = new { district, year, view = view.ToString(), asOf = warehouse.LastLoad, through = (int?)null };
            foreach (var script in MartQueries.SliceScripts) transaction.Execute(script, slice);
            return (transaction.Read<IndicatorYear>("Marts/queries/indicator_years_as_of.sql", slice), transaction.Read<ElementYear>("Marts/queries/element_years_as_of.sql", slice));
        });

    void Expect(TestWarehouse warehouse, Block block, string[] what)
    {
        var options = Options(what);
        var asOf = options.TryGetValue("as-of", out var step) ? loads[step] : warehouse.LastLoad;
        var district = options.GetValueOrDefault("district", "310999");
        var view = options.TryGetValue("view", out var given) ? Enum.Parse<UnitView>(given) : UnitView.then;
        var year = options.TryGetValue("year", out var yearText) ? int.Parse(yearText, CultureInfo.InvariantCulture) : 2022;
        var months = options.GetValueOrDefault("through", "12").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToHashSet();
        IEnumerable<object> rows = what switch
        {
            ["indicator", var id, ..] => warehouse.Marts.IndicatorYears(district, year, asOf, view).Where(row => row.Indicator == id && months.Contains(row.Through)),
            ["element", var id, ..] => warehouse.Marts.ElementYears(district, year, asOf, view).Where(row => row.Element == id && months.Contains(row.Through)),
            ["observations", var id, ..] => warehouse.Marts.Observations(district, id, new(1900, 1, 1), new(2100, 1, 1), asOf),
            ["differences", ..] => warehouse.Marts.SourceDifferences(district, year, asOf),
            ["quoted", ..] => warehouse.Marts.QuotedDifferences(district, year),
            ["targets", ..] => warehouse.Marts.Targets(district, year, asOf),
            ["addends", var id, var unit, ..] => warehouse.Marts.Addends(district, unit, id, year, months.Max(), asOf),
            ["refusal", ..] => [new { message = Refusal.Contains(block.Lines[1], StringComparison.Ordinal) ? block.Lines[1] : Refusal }],
            _ => throw new FormatException($"{path}: cannot expect '{string.Join(' ', what)}'"),
        };
        var columns = block.Lines[0].Split(',');
        Compare(block, block.Lines.Skip(1).Order(StringComparer.Ordinal), rows.Select(row => Print(row, columns)).Order(StringComparer.Ordinal));
    }

    void Compare(Block block, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (wanted, got) = (string.Join('\n', expected), string.Join('\n', actual));
        if (wanted != got) problems.Add($"line {block.Line}, {string.Join(' ', block.Words)}:\nexpected\n{wanted}\ngot\n{got}");
    }

    static string Print(object row, string[] columns) => string.Join(',', columns.Select(column =>
    {
        var property = row.GetType().GetProperties().Single(property => Snake(property.Name) == column || property.Name == column);
        return property.GetValue(row) switch
        {
            null => "",
            decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool flag => flag ? "yes" : "no",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture),
        };
    }));

    static string Snake(string name) => string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"_{letter}" : letter.ToString())).ToLowerInvariant();

    static IReadOnlyList<StagedCell> Cells(TestWarehouse warehouse, string reporter, Block block)
    {
        var header = block.Lines[0].Split(',');
        return [.. block.Lines.Skip(1).Select((line, index) =>
        {
            var fields = header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
            var period = Period.Parse(fields["period"]);
            var unit = warehouse.Definitions.Current.OrgUnit(reporter, period.End) ?? warehouse.Definitions.Current.OrgUnit(reporter)!;
            var state = fields.TryGetValue("state", out var word) && word != "" ? Enum.Parse<ValueState>(word) : ValueState.reported;
            return new StagedCell(0, $"C{index + 2}", fields["value"], index + 1, "c", unit.District, fields.GetValueOrDefault("org_unit", unit.Measures), reporter,
                fields["element"], warehouse.Definitions.Current.Element(fields["element"], period.Start)!.Version, period.Kind, period.Start, period.End,
                fields.TryGetValue("basis", out var basis) ? Enum.Parse<Basis>(basis) : Basis.in_period, fields.GetValueOrDefault("breakdown", "total"),
                state == ValueState.reported ? decimal.Parse(fields["value"], CultureInfo.InvariantCulture) : null,
                fields.TryGetValue("bound", out var bound) && bound != "" ? Enum.Parse<Bound>(bound) : Bound.exact, state,
                fields.GetValueOrDefault("quoted") == "yes");
        })];
    }

    static Dictionary<string, string> Options(string[] words)
    {
        var options = new Dictionary<string, string>();
        for (var index = 0; index + 1 < words.Length; index++)
            if (words[index] is "year" or "through" or "as-of" or "view" or "district") options[words[index]] = words[index + 1];
        return options;
    }

    static IEnumerable<Block> Blocks(string[] lines)
    {
        Block? block = null;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith("=== ", StringComparison.Ordinal))
            {
                if (block is not null) yield return block;
                block = new(index + 1, lines[index][4..].Split(' ', StringSplitOptions.RemoveEmptyEntries), []);
            }
            else if (block is not null && (block.Words[0] == "definitions" || lines[index].Trim() is not "" and not ['#', ..])) block.Lines.Add(lines[index]);
        }
        if (block is not null) yield return block;
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    sealed record Block(int Line, string[] Words, List<string> Lines);
}
