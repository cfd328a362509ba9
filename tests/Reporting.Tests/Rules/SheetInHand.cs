using System.Globalization;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Etl.Rules;
using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Rules;

/// <summary>
/// A faultless sheet and all that is held before it, changed by words as a case file writes them:
/// <c>3.ytd=84</c>, <c>3.ytd=空</c>, <c>held:2022-02.3.ytd=无</c>, <c>held=none</c>, <c>period=2022-01</c>, <c>unit=park</c>, <c>units:310151103.1=40</c>,
/// <c>check:month_jump=times:6,from:2022-01-01</c>, <c>correction=yes</c>, <c>signed=李四</c>, <c>exchanged=yes</c> (the two columns), <c>copied=yes</c> (last
/// month's sheet), <c>said:3.month=value_unreadable</c> (matching has said it), cells as 约129, 公式 (without a result) and 合并 …
/// </summary>
sealed class SheetInHand
{
    readonly Dictionary<(int Line, string Column), string> cells = [];
    readonly Dictionary<(Period Period, int Line, string Column), string> heldChanges = [];
    readonly List<Finding> matchFindings = [];
    Period? period = Period.Month(2022, 3);
    OrgUnit? unit = SmallForm.Township;
    Form form = SmallForm.Form;
    decimal multiplier = 1;
    bool nothingHeld;
    int yearsHeld = 2;
    Circumstances now = Now;
    int laterHeld;
    string? signed;
    bool confirmed, exchanged, copied;
    readonly Dictionary<(string Unit, int Line), decimal> ofUnits = [];

    /// <summary>In April 2022, when March is due.</summary>
    public static Circumstances Now { get; } = new(new DateOnly(2022, 4, 8)) { Stocks = new HashSet<string> { "registered_unemployed" } };

    public static SheetInHand Given(string words)
    {
        var sheet = new SheetInHand();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) sheet.Apply(word.Split('=', 2));
        return sheet;
    }

    /// <summary>What the rules say, with what reading the blanks as noughts remarks where that was confirmed.</summary>
    public IReadOnlyList<Finding> Check() => confirmed && AsConfirmed() is var read
        ? [.. TableRules.Check(read, Held(), now), .. read.Findings.Where(finding => finding.Severity == Severity.info)] : TableRules.Check(Matched(), Held(), now);

    // Every line's blanks were confirmed: what no nought can be stays blank.
    MatchedTable AsConfirmed() => Blanks.AsZero(Matched(), Held(), now, form.Lines.Select(CheckedTable.NameOf).ToHashSet());

    public MatchedTable Matched() => new(
        new("就业", new(1, 1, 12, 5), form.Name, form.Number, unit?.Name, "人", multiplier, period, null, PeriodAxis.none, 3, 4, 5, 12, 1,
            [], [], [], Signature.None with { ResponsiblePerson = signed }, []), form, unit, period, 0.98m, [.. Cells()], matchFindings);

    public Held Held()
    {
        if (nothingHeld || period is not { } upTo || unit is null) return new([]);
        return new([
            .. from month in Enumerable.Range(-laterHeld, laterHeld + 12 * yearsHeld + 12).Select(back => upTo.Next(-back))
               where month.Start.Year > upTo.Start.Year - yearsHeld
               from line in form.Lines
               from column in form.Columns.Where(column => !column.IsQuoted && line.Fills(column.Id))
               let text = heldChanges.GetValueOrDefault((month, line.Number, column.Id))
               where text != "无"
               select new Observation("310151", unit.Measures, unit.Code, line.Element, PeriodKind.month, month.Start, month.End, column.Basis,
                   line.Breakdown, SourceRole.authoritative, text is null ? SmallForm.Figure(line.Number, column, month) : Number(text),
                   Bound.exact, ValueState.reported, 1, 1, "C5", 1, null),
        ])
        { Units = ofUnits.Count == 0 ? null : new(SmallForm.Catalog, [.. ofUnits.Select(pair => OfUnit(pair.Key.Unit, form.Line(pair.Key.Line)!, upTo, pair.Value))]) };
    }

    static Observation OfUnit(string unit, FormLine line, Period month, decimal value) => new("310151", unit, unit, line.Element, PeriodKind.month, month.Start, month.End,
        Basis.in_period, line.Breakdown, SourceRole.authoritative, value, Bound.exact, ValueState.reported, 1, 1, "C5", 1, null);

    IEnumerable<MatchedCell> Cells() =>
        from line in form.Lines
        from column in form.Columns
        let text = cells.GetValueOrDefault((line.Number, column.Id))
            ?? (!line.Fills(column.Id) ? "—" : Number(Usual(line, column)))
        where text != "无"
        select Cell(line, column, text);

    decimal Usual(FormLine line, FormColumn column)
    {
        var other = exchanged && !column.IsQuoted ? form.Columns.FirstOrDefault(each => each != column && !each.IsQuoted && line.Fills(each.Id)) : null;
        var of = period ?? Period.Month(2022, 3);
        return SmallForm.Figure(line.Number, other ?? column, copied && !column.IsQuoted ? of.Next(-1) : of);
    }

    MatchedCell Cell(FormLine line, FormColumn column, string text)
    {
        if (text.StartsWith('约') && decimal.TryParse(text[1..], NumberStyles.Float, CultureInfo.InvariantCulture, out var about))
            return Cell(line, column, Number(about)) is var exact ? exact with { Source = exact.Source with { Text = text, Bound = Bound.about }, Bound = Bound.about } : exact;
        if (text is "公式" or "合并") return Cell(line, column, "空") is var blank ? blank with { Source = blank.Source with { Hollow = text == "公式" ? HollowCell.formula : HollowCell.merged } } : blank;
        var (state, value) = text switch
        {
            "空" => (ValueState.blank, null),
            "—" => (ValueState.not_applicable, null),
            "…" => (ValueState.below_unit, null),
            _ => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? (ValueState.reported, (decimal?)number) : (ValueState.blank, null),
        };
        var source = new CellValue(text == "空" ? "" : text, value, state, Bound.exact, null, Unreadable: state == ValueState.blank && text != "空");
        var columnNumber = 3 + form.Columns.ToList().IndexOf(column);
        return new(line, column, line.Number + 4, columnNumber, source, value * multiplier, state, Bound.exact);
    }

    void Apply(string[] word)
    {
        var (name, value) = (word[0], word.Length > 1 ? word[1] : "");
        if (name == "period") period = value == "无" ? null : Period.Parse(value);
        else if (name == "today") now = now with { Today = Day(value) };
        else if (name == "correction") now = now with { IsCorrection = true };
        else if (name == "locked") now = now with { IsLocked = true, RefusesAfterLock = value == "refused" };
        else if (name == "confirmed") confirmed = true;
        else if (name == "exchanged") exchanged = true;
        else if (name == "copied") copied = true;
        else if (name.StartsWith("said:", StringComparison.Ordinal)) Say(name["said:".Length..], value);
        else if (name == "signed") (form, signed) = (form with { NeedsSignature = true }, value);
        else if (name == "parts") form = form with { AllowsParts = true };
        else if (name == "years") yearsHeld = int.Parse(value, CultureInfo.InvariantCulture);
        else if (name == "later") laterHeld = int.Parse(value, CultureInfo.InvariantCulture);
        else if (name == "optional") form = form with { Lines = [.. form.Lines.Select(line => line with { Required = line.Required && Number(line.Number) != value })] };
        else if (name.StartsWith("units:", StringComparison.Ordinal)) ofUnits[(name[6..].Split('.')[0], int.Parse(name.Split('.')[1], CultureInfo.InvariantCulture))] = Number(value);
        else if (name.StartsWith("check:", StringComparison.Ordinal)) form = form with { Checks = [.. form.Checks ?? [], CheckOf(name[6..], value)] };
        else if (name == "ruletrial") form = form with { Rules = [.. form.Rules.Select(rule => rule with { TrialUntil = Day(value) })] };
        else if (name == "rulefrom") form = form with { Rules = [.. form.Rules.Select(rule => rule with { AppliesFrom = Day(value) })] };
        else if (name == "unit") unit = value switch { "park" => SmallForm.Park, "center" => SmallForm.Center, "abolished" => SmallForm.Township with { ValidTo = new(2021, 12, 31) }, _ => null };
        else if (name == "multiplier") multiplier = Number(value);
        else if (name == "minimum") form = form with { Lines = [.. form.Lines.Select(line => line with { Minimum = value == "无" ? null : Number(value) })] };
        else if (name == "decimals") form = form with { Lines = [.. form.Lines.Select(line => line with { Decimals = int.Parse(value, CultureInfo.InvariantCulture) })] };
        else if (name == "rule") form = form with { Rules = [new("the_rule", value.Replace('_', ' '), Severity.error, [], null)] };
        else if (name == "doubt") matchFindings.Add(new(value, Severity.error, new(Sheet: "就业", Cell: "A2"), "堡镇", "城桥镇", null,
            "表头写的是“堡镇”，文件却来自城桥镇。请说明是哪个单位的数。", "The heading names 堡镇, yet the file came from 城桥镇. Say whose figures these are."));
        else if (name == "held") nothingHeld = value == "none";
        else if (name.StartsWith("held:", StringComparison.Ordinal)) ApplyHeld(name["held:".Length..], value);
        else foreach (var (line, column) in PlacesOf(name)) cells[(line, column)] = value;
    }

    /// <summary><c>off</c>, <c>info</c>, <c>from:DAY</c>, <c>until:DAY</c>, <c>trial:DAY</c> and parameters, with commas between.</summary>
    static FormCheck CheckOf(string code, string words)
    {
        var check = new FormCheck(code, null, null, null, null, null, null);
        foreach (var word in words.Split(',').Select(word => word.Split(':')))
            check = word switch
            {
                ["off"] => check with { Enabled = false },
                [var severity] => check with { Severity = Enum.Parse<Severity>(severity) },
                ["from", var day] => check with { AppliesFrom = Day(day) },
                ["until", var day] => check with { AppliesUntil = Day(day) },
                ["trial", var day] => check with { TrialUntil = Day(day) },
                _ => check with { Parameters = new Dictionary<string, decimal>(check.Parameters ?? new Dictionary<string, decimal>()) { [word[0]] = Number(word[1]) } },
            };
        return check;
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // As matching says it: of a cell, or of a line.
    void Say(string place, string code)
    {
        var line = form.Line(int.Parse(place.Split('.')[0], CultureInfo.InvariantCulture))!;
        var column = place.Split('.') is [_, var id] ? form.Columns.First(column => column.Id == id) : null;
        matchFindings.Add(new(code, Severity.error, new(CheckedTable.NameOf(line), column?.Title, "就业", column is null ? null : Address.Of(line.Number + 4, 3 + form.Columns.ToList().IndexOf(column))),
            null, null, null, "先前说过。", "Said before."));
    }

    void ApplyHeld(string name, string value)
    {
        var (when, place) = (name[..name.IndexOf('.')], name[(name.IndexOf('.') + 1)..]);
        foreach (var (line, column) in PlacesOf(place)) heldChanges[(Period.Parse(when), line, column)] = value;
    }

    /// <summary>The word that changes the cell of a finding's place to a value: <c>3.ytd=84</c>; null where it names no cell.</summary>
    public string? WordFor(Place place, decimal value) => form.Lines.FirstOrDefault(line => CheckedTable.NameOf(line) == place.Line) is { } at
        && form.Columns.FirstOrDefault(column => column.Title == place.Column) is { } column ? $"{Number(at.Number)}.{column.Id}={Number(value)}" : null;

    // "3.ytd" is a cell, "*.ytd" a column, "3.*" a line.
    IEnumerable<(int, string)> PlacesOf(string name) => name.Split('.') is [var row, var column]
        ? from line in form.Lines
          where row == "*" || row == Number(line.Number)
          from filled in form.Columns
          where column == "*" || column == filled.Id
          select (line.Number, filled.Id)
        : throw new FormatException($"'{name}' is no word of a case");

    static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
    static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
