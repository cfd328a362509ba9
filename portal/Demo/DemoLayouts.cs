using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// Deals layouts out among the units of a district, so that every way of doing things is somebody's. Weights are of a deck:
/// a way that stands there twice is twice as frequent.
/// </summary>
static class DemoLayouts
{
    static readonly FileKind[] Files =
    [
        .. Repeat(FileKind.excel, 9), .. Repeat(FileKind.wps, 8), .. Repeat(FileKind.libre_office, 3), .. Repeat(FileKind.csv_gb18030, 2), FileKind.csv_utf8,
    ];
    static readonly Measure[] Measures =
        [.. Repeat(Measure.line, 14), .. Repeat(Measure.column, 5), .. Repeat(Measure.ten_thousand_line, 2), Measure.ten_thousand_column];
    static readonly UnitNaming[] UnitNamings =
    [
        .. Repeat(UnitNaming.reporting_unit, 10), .. Repeat(UnitNaming.unit_name, 5), .. Repeat(UnitNaming.split_cells, 3),
        .. Repeat(UnitNaming.title_only, 3), UnitNaming.nowhere,
    ];
    static readonly PeriodDigits[] Digits =
        [.. Repeat(PeriodDigits.plain, 5), .. Repeat(PeriodDigits.padded, 2), PeriodDigits.full_width, PeriodDigits.chinese];
    static readonly PeriodPlace[] PeriodPlaces =
        [.. Repeat(PeriodPlace.title, 4), .. Repeat(PeriodPlace.own_line, 3), PeriodPlace.unit_line, PeriodPlace.separate_cells];
    static readonly DigitStyle[] NumberStyles =
        [.. Repeat(DigitStyle.numbers, 5), .. Repeat(DigitStyle.grouped_numbers, 2), DigitStyle.some_text, DigitStyle.text_with_marks, DigitStyle.some_full_width];
    static readonly string[] Dashes = ["—", "", "-", "——", ""];
    static readonly string[] Surnames = ["陈", "施", "黄", "沈", "陆", "顾", "倪", "袁", "龚", "宋"];
    // 㛃 and 䶮 need GB18030: GBK, which older exports use, has no place for the first.
    static readonly string[] GivenNames = ["㛃", "丽华", "建国", "晓燕", "志强", "敏", "海峰", "玉兰", "䶮", "静"];

    /// <summary>The layout of each unit, by its code, for one form.</summary>
    public static IReadOnlyDictionary<string, DemoLayout> Deal(Form form, string districtName, IReadOnlyList<OrgUnit> units, int seed)
    {
        var deck = new Deck(units, form.Id, seed);
        // Where the title names the district, the layout does so itself.
        var titles = form.Titles.Append(form.Name).Select(title => title.Replace(districtName, "", StringComparison.Ordinal)).Distinct().ToArray();
        return units.ToDictionary(unit => unit.Code, unit => Consistent(Fitting(Of(form, titles, unit, deck, seed), form)));
    }

    /// <summary>The layout as it stands in one month: sooner or later everyone changes something small and keeps it.</summary>
    public static DemoLayout InMonth(this DemoLayout layout, OrgUnit unit, Period month, int seed)
    {
        var random = DemoRandom.For(seed, "drift", unit.Code, $"{month.Start.Year}");
        if (month.Start.Month < random.Between(3, 11)) return layout;
        return Consistent(random.Between(0, 5) switch
        {
            0 => layout with { Remarks = !layout.Remarks },
            1 => layout with { BlankRows = !layout.BlankRows },
            2 => layout with { Notes = !layout.Notes },
            3 => layout with { PeriodDigits = layout.PeriodDigits == PeriodDigits.plain ? PeriodDigits.padded : PeriodDigits.plain },
            4 => layout with { LetterRow = !layout.LetterRow },
            _ => layout with { FormNumber = layout.FormNumber == FormNumberStyle.none ? FormNumberStyle.line : FormNumberStyle.none },
        });
    }

    static DemoLayout Of(Form form, IReadOnlyList<string> titles, OrgUnit unit, Deck deck, int seed)
    {
        var random = DemoRandom.For(seed, "contact", unit.Code);
        return new(deck.Card(unit, Files), deck.Card(unit, Enum.GetValues<TitleStyle>()), deck.Card(unit, PeriodPlaces), deck.Card(unit, Digits),
            deck.Card(unit, UnitNamings), deck.Card(unit, Measures), deck.Card(unit, Enum.GetValues<FormNumberStyle>()),
            deck.Card(unit, Enum.GetValues<Numbering>()), deck.Card(unit, Enum.GetValues<LabelStyle>()), deck.Card(unit, NumberStyles),
            deck.Card(unit, Enum.GetValues<SignatureStyle>()), deck.Card(unit, Enum.GetValues<SheetNameStyle>()),
            deck.Card(unit, Enum.GetValues<FileNameStyle>()), deck.Card(unit, ColumnOrders(form)), MergedHeader: deck.Card(unit, [true, false], "merged header"),
            LetterRow: deck.Card(unit, [true, false, false], "letters"), BlankRows: deck.Card(unit, [true, false, false, false], "blank rows"),
            Remarks: deck.Card(unit, [true, false, false], "remarks"), Notes: deck.Card(unit, [true, false], "notes"),
            UsesAliases: deck.Card(unit, [true, false, false], "aliases"), FormTitle: deck.Card(unit, titles),
            Dash: deck.Card(unit, Dashes, "dash"),
            new(random.Pick(Surnames) + random.Pick(GivenNames), random.Pick(Surnames) + random.Pick(GivenNames), $"内线8{random.Between(100, 999)}"));
    }

    /// <summary>As printed, months after cumulative, and last year first; what is of this year stays together.</summary>
    static string[][] ColumnOrders(Form form)
    {
        var own = form.Columns.Where(column => !column.IsQuoted).Select(column => column.Id).ToArray();
        var quoted = form.Columns.Where(column => column.IsQuoted).Select(column => column.Id).ToArray();
        string[] printed = [.. own, .. quoted];
        return [printed, printed, printed, [.. own.Reverse(), .. quoted], [.. quoted, .. own]];
    }

    /// <summary>Mends what a form has no room for: one unit over lines of several, 本年 over columns of other years, a month apart.</summary>
    static DemoLayout Fitting(DemoLayout layout, Form form)
    {
        if (form.Lines.Any(line => line.Unit is not ("人" or "人次"))) layout = layout with { Measure = Measure.column };
        if (form.Period == PeriodKind.month) return layout with { MergedHeader = layout.MergedHeader && form.YearToDateColumn() is not null };
        if (layout.PeriodPlace is PeriodPlace.separate_cells) layout = layout with { PeriodPlace = PeriodPlace.own_line };
        return layout with { MergedHeader = false };
    }

    /// <summary>Mends combinations that nobody would send: a period that stands nowhere, merged cells in a CSV.</summary>
    static DemoLayout Consistent(DemoLayout layout)
    {
        if (layout.IsCsv) layout = layout with { MergedHeader = false };
        if (layout.UnitNaming is UnitNaming.title_only) layout = layout with { Title = TitleStyle.unit_period_form };
        if (layout.PeriodPlace is PeriodPlace.unit_line && layout.UnitNaming is UnitNaming.nowhere or UnitNaming.title_only)
            layout = layout with { PeriodPlace = PeriodPlace.title };
        if (layout.Title is TitleStyle.form_only && layout.PeriodPlace is PeriodPlace.title) layout = layout with { PeriodPlace = PeriodPlace.own_line };
        if (layout.UnitNaming is UnitNaming.nowhere && layout.Title is TitleStyle.unit_period_form)
            layout = layout with { Title = TitleStyle.district_form_period };
        return layout;
    }

    static IEnumerable<T> Repeat<T>(T way, int times) => Enumerable.Repeat(way, times);

    /// <summary>For each question the units are shuffled anew and the ways dealt out in their proportions.</summary>
    sealed class Deck(IReadOnlyList<OrgUnit> units, string form, int seed)
    {
        readonly Dictionary<string, Dictionary<string, int>> ranks = [];

        public T Card<T>(OrgUnit unit, IReadOnlyList<T> ways, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(ways))] string question = "")
        {
            if (!ranks.TryGetValue(question, out var rank))
            {
                var shuffled = DemoRandom.For(seed, "layout", form, question).Shuffle(units.Select(each => each.Code));
                ranks[question] = rank = shuffled.Select((code, index) => (code, index)).ToDictionary(each => each.code, each => each.index);
            }
            return ways[rank[unit.Code] * ways.Count / units.Count];
        }
    }
}
