namespace Reporting.Warehouse.Reference;

/// <summary>What must hold for a form, its lines, columns, rules and obligations.</summary>
static class FormChecks
{
    public static IEnumerable<DefinitionProblem> Of(DefinitionIndex index) => index.All<Form>().SelectMany(form =>
        index.Unknown(form.Written, "district", DefinitionKind.district, form.Record.District, "区")
            .Concat(Parts(form.Written, form.Record))
            .Concat(OwnPeriods(index, form.Written, form.Record))
            .Concat(form.Record.Lines.SelectMany((line, number) => Line(index, form.Written, form.Record, line, $"lines[{number}].")))
            .Concat(form.Record.Rules.SelectMany((rule, number) => Rule(form.Written, form.Record, rule, $"rules[{number}].")))
            .Concat(RuleChecks.Of(form.Written, form.Record))
            .Concat(form.Record.Obligations.SelectMany((duty, number) => Obligation(index, form.Written, form.Record, duty, $"obligations[{number}]."))));

    static IEnumerable<DefinitionProblem> Parts(WrittenDefinition written, Form form)
    {
        if (form.Titles.Count == 0) yield return written.Problem("titles", "至少写一个标题，用来认出这张表", "needs at least one title by which a sheet is known");
        if (form.Columns.Count == 0) yield return written.Problem("columns", "至少要有一栏", "needs at least one column");
        if (form.Lines.Count == 0) yield return written.Problem("lines", "至少要有一行", "needs at least one line");
        foreach (var problem in Twice(written, form.Columns, column => column.Id, "columns", "id")
            .Concat(Twice(written, form.Columns, column => (column.Basis, column.YearsBack, column.PeriodCode), "columns", "basis"))
            .Concat(Twice(written, form.Lines, line => line.Number, "lines", "number"))
            .Concat(Twice(written, form.Lines, line => (line.Element, line.Breakdown), "lines", "element"))
            .Concat(Twice(written, form.Obligations, obligation => obligation.Role, "obligations", "role")))
            yield return problem;
    }

    /// <summary>A column with a period of its own says one that can be read, and its lines ask for elements that speak of it.</summary>
    static IEnumerable<DefinitionProblem> OwnPeriods(DefinitionIndex index, WrittenDefinition written, Form form)
    {
        foreach (var (number, column) in form.Columns.Index().Where(pair => pair.Item.PeriodCode is not null))
        {
            if (!Period.TryParse(column.PeriodCode, out var period))
            {
                yield return written.Problem($"columns[{number}].period", $"“{column.PeriodCode}”不是报告期，请写成 2015、2016/2020 这样", $"'{column.PeriodCode}' is no period; write 2015 or 2016/2020");
                continue;
            }
            foreach (var line in form.Lines.Where(line => line.Fills(column.Id)))
            {
                var versions = index.All<Element>().Where(item => item.Record.Id == line.Element).ToList();
                if (versions.Count > 0 && !versions.Any(item => item.Record.AppliesTo(period.Start)))
                    yield return written.Problem($"columns[{number}].period", $"第 {line.Number} 行的填报指标“{line.Element}”没有 {period} 的口径；请在指标里提前 applies_from，或用 columns 让这一行不填此栏",
                        $"the element '{line.Element}' of line {line.Number} does not speak of {period}; let it apply from earlier, or leave the column out of the line's columns");
            }
        }
    }

    static IEnumerable<DefinitionProblem> Twice<T, TKey>(WrittenDefinition written, IReadOnlyList<T> items, Func<T, TKey> key, string list, string field) =>
        items.Select((item, number) => (Key: key(item), number)).GroupBy(item => item.Key)
            .SelectMany(same => same.Skip(1).Select(again => written.Problem($"{list}[{again.number}].{field}",
                $"与前面一项重复（{again.Key}），请改正", $"repeats an earlier one ({again.Key}); correct it")));

    static IEnumerable<DefinitionProblem> Line(DefinitionIndex index, WrittenDefinition written, Form form, FormLine line, string place)
    {
        foreach (var problem in index.Unknown(written, place + "element", DefinitionKind.element, line.Element, "填报指标")
            .Concat(index.Unknown(written, place + "breakdown", DefinitionKind.breakdown, line.Breakdown, "分组"))
            .Concat(Columns(written, form, line.Columns, place)))
            yield return problem;
        var units = index.All<Element>().Where(item => item.Record.Id == line.Element).Select(item => item.Record.Unit).Distinct().ToList();
        if (units.Count > 0 && line.Unit.Length > 0 && !units.Contains(line.Unit))
            yield return written.Problem(place + "unit", $"填报指标的单位是“{string.Join('、', units)}”，这里写的是“{line.Unit}”",
                $"the unit of the element is '{string.Join(", ", units)}', here it is '{line.Unit}'");
        if (line.Level < 0) yield return written.Problem(place + "level", "应为 0（合计行）或 1（其中）", "must be 0 for a whole or 1 for a part");
        if (line.Decimals is < 0 or > 4) yield return written.Problem(place + "decimals", "应在 0 到 4 之间", "must lie between 0 and 4");
    }

    static IEnumerable<DefinitionProblem> Rule(WrittenDefinition written, Form form, FormRule rule, string place)
    {
        foreach (var problem in Columns(written, form, rule.Columns, place)) yield return problem;
        if (rule.Expression.Length == 0) yield break;
        if (LineExpression.Parse(rule.Expression) is not { } expression)
        {
            yield return written.Problem(place + "expression", $"看不懂“{rule.Expression}”，请用行次写成 1 >= 2 或 1 = 2 + 3",
                $"cannot read '{rule.Expression}'; write line numbers, such as 1 >= 2 or 1 = 2 + 3");
            yield break;
        }
        List<int> unknown = [.. expression.Lines.Where(number => form.Line(number) is null).Distinct()];
        if (unknown.Count > 0)
            yield return written.Problem(place + "expression", $"没有第 {string.Join('、', unknown)} 行", $"there is no line {string.Join(", ", unknown)}");
        else if (!form.Columns.Any(column => expression.Lines.All(number => form.Line(number)!.Fills(column.Id))))
            yield return written.Problem(place + "expression", "所涉各行没有共同的栏，无从比较", "its lines share no column in which they could be compared");
    }

    static IEnumerable<DefinitionProblem> Columns(WrittenDefinition written, Form form, IReadOnlyList<string> columns, string place) =>
        columns.Where(id => form.Column(id) is null)
            .Select(id => DefinitionIndex.Unknown(written, place + "columns", id, form.Columns.Select(column => column.Id), "栏", "column"));

    static IEnumerable<DefinitionProblem> Obligation(DefinitionIndex index, WrittenDefinition written, Form form, Obligation obligation, string place)
    {
        var roles = index.Units.Where(unit => unit.District == form.District).Select(unit => unit.Role).Distinct().ToList();
        if (roles.Count > 0 && obligation.Role.Length > 0 && !roles.Contains(obligation.Role))
            yield return DefinitionIndex.Unknown(written, place + "role", obligation.Role, roles, "角色（本区填报单位的 role）", "role in this district");
        foreach (var number in obligation.Lines.Where(number => form.Line(number) is null))
            yield return written.Problem(place + "lines", $"没有第 {number} 行", $"there is no line {number}");
        if (obligation.To < obligation.From)
            yield return written.Problem(place + "to", "早于 from，请改正", "lies before from; correct it");
        if (obligation.DueWorkingDay is < 1 or > 366)
            yield return written.Problem(place + "due_working_day", "应为 1 到 366 之间的整数", "must be a whole number from 1 to 366");
    }
}
