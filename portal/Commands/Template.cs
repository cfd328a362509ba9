using Reporting.Reports.Templates;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>An empty form for one unit and period; without a form all that the unit owes, a sheet each.</summary>
static class Template
{
    public static Verb Verb { get; } = new("template", "取空白报表：上期数、上年数已填好，只有该填的格能填", "an empty form with what is held filled in and only its input cells open")
    {
        Parameters =
        [
            new("FORM", ParameterKind.Text, "报表编号、名称或表号；不写取该单位这一期应报的全部报表", "form id, name or number; all that the unit owes for the period where none is given"),
            new("--org", ParameterKind.Text, "填报单位代码或名称", "org unit code or name") { Required = true, Shape = "CODE" },
            new("--period", ParameterKind.Text, "报告期，如 2022-03、2022、2016/2020", "period, such as 2022-03, 2022 or 2016/2020") { Required = true, Shape = "YYYY-MM" },
            new("--out", ParameterKind.OutPath, "写到哪个文件或目录", "the file or folder to write to") { Required = true, Shape = "FILE" },
        ],
        Run = Run,
        Begins = Beginning.WhereItRuns,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var catalog = office.Warehouse.Definitions.Current;
        var period = Asked.Period(request["--period"]!);
        var unit = UnitOn(Asked.Unit(request, catalog)!, period, catalog);
        IReadOnlyList<Form> forms = request["FORM"] is { } given ? [FormOf(given, unit, period, catalog)] : Owed(unit, period, catalog);
        var bytes = FormTemplate.Render([.. forms.Select(form => TemplateReading.Read(office.Warehouse, form, unit, period))]);
        var name = $"{unit.Name} {(forms is [var only] ? only.Name : "报表")} {period.InWords()}.xlsx";
        var said = new { Org = unit.Code, Period = period.ToString(), Forms = forms.Select(form => new { form.Id, form.Version, form.Number, form.Name }), File = request["--out"], Name = name };
        var answer = request.Json ? Answer.Document(said) : Answer.Done(request.Say(
            $"{unit.Name} {period.InWords()} 空白报表 {forms.Count} 张：{string.Join('、', forms.Select(form => form.Name))}", $"{unit.Code} {period}: {string.Join(", ", forms.Select(form => form.Id))}"));
        return answer with { Files = [new(request["--out"]!, bytes) { Name = name }] };
    }

    /// <summary>The unit as it is in the period, which may not be as it is today.</summary>
    static OrgUnit UnitOn(OrgUnit unit, Period period, Catalog catalog) => catalog.OrgUnit(unit.Code, period.End) ?? catalog.OrgUnit(unit.Code, period.Start)
        ?? throw new MisuseException($"{unit.Name}在{period.InWords()}不存在（{unit.ValidFrom:yyyy-MM-dd} 至 {unit.ValidTo:yyyy-MM-dd}）。", $"{unit.Code} does not exist in {period} ({unit.ValidFrom:yyyy-MM-dd} to {unit.ValidTo:yyyy-MM-dd}).");

    static Form FormOf(string given, OrgUnit unit, Period period, Catalog catalog)
    {
        var named = Asked.Form(given, catalog);
        // Two districts may call their forms alike: the unit's own is meant.
        var own = catalog.Forms.Where(form => form.District == unit.District && (form.Id == given || form.Name == given || form.Number == given)).ToList();
        if (own.Find(form => TemplateReading.Reports(form, unit, period)) is { } meant) return meant;
        if (own.Count > 0 && own.TrueForAll(form => form.Period != period.Kind)) throw new MisuseException(
            $"{named.Name}不是按这样的报告期填的（{period.InWords()}）；写成 {Example(own[0].Period, period)}。", $"{named.Id} is not for such a period as {period}; write {Example(own[0].Period, period)}.");
        throw NotReported(unit, period, catalog, $"{unit.Name}{period.InWords()}不报“{named.Name}”", $"{unit.Code} does not report {named.Id} for {period}");
    }

    static IReadOnlyList<Form> Owed(OrgUnit unit, Period period, Catalog catalog) => TemplateReading.Owed(catalog, unit, period) is { Count: > 0 } owed ? owed
        : throw NotReported(unit, period, catalog, $"{unit.Name}{period.InWords()}没有应报的报表", $"{unit.Code} owes no form for {period}");

    /// <summary>Says what the unit reports at all, by form and kind of period.</summary>
    static MisuseException NotReported(OrgUnit unit, Period period, Catalog catalog, string zh, string en)
    {
        var own = catalog.Forms.Where(form => form.District == unit.District && form.Obligations.Any(duty => duty.Role == unit.Role)).GroupBy(form => form.Id)
            .Select(versions => (Form: versions.First(), Span: SpanOf([.. versions.SelectMany(form => form.Obligations).Where(duty => duty.Role == unit.Role)], versions.First()))).ToList();
        return own.Count == 0 ? new($"{zh}。这个单位没有报表要报。", $"{en}. It has no forms to report.")
            : new($"{zh}。这个单位的报表：{string.Join('、', own.Select(each => $"{each.Form.Name}（{each.Form.Id}，如 {Example(each.Form.Period, period, each.Span)}，{each.Form.AppliesFrom:yyyy-MM-dd} 起执行{(each.Span.To is { } last ? $"，报到 {last:yyyy-MM-dd} 为止" : "")}）"))}。",
                $"{en}. Its forms: {string.Join(", ", own.Select(each => $"{each.Form.Id} (such as {Example(each.Form.Period, period, each.Span)}, in force from {each.Form.AppliesFrom:yyyy-MM-dd}{(each.Span.To is { } last ? $", owed until {last:yyyy-MM-dd}" : "")})"))}.");
    }

    /// <summary>The days on which periods begin that the unit owes; no last one where it goes on.</summary>
    static (DateOnly From, DateOnly? To) SpanOf(IReadOnlyList<Obligation> duties, Form form) =>
        (duties.Select(duty => duty.From).Append(form.AppliesFrom).Max(), duties.Any(duty => duty.To is null) ? null : duties.Max(duty => duty.To));

    /// <summary>A period that would be taken, as near as can be to the one asked for.</summary>
    static string Example(PeriodKind kind, Period near, (DateOnly From, DateOnly? To) span) =>
        Example(kind, near.Start < span.From ? Warehouse.Period.Month(span.From) : span.To < near.Start ? Warehouse.Period.Month(span.To!.Value) : near);

    static string Example(PeriodKind kind, Period near) =>
        (kind == PeriodKind.plan ? Warehouse.Period.Plan(2016, 2020) : kind == PeriodKind.week ? Warehouse.Period.Week(near.Start.Year, 9) : Warehouse.Period.Of(kind, near.Start)).ToString();
}
