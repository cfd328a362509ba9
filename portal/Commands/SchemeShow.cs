using System.Globalization;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>One scheme in the words of a published 考核办法, each rule with the practice it follows.</summary>
static class SchemeShow
{
    public static Verb Verb { get; } = new("scheme show", "一个评分办法的全文：项目、权重、计分方法、依据", "a scheme's rules in words, each with the practice it follows")
    {
        Parameters = [new("SCHEME", ParameterKind.Text, "评分办法编号", "scheme id") { Required = true }, new("--year", ParameterKind.Text, "哪一年的一版；不写取最后一版", "the version of a year; the last where none is given") { Shape = "YYYY" }, Asked.AsOfOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var catalog = office.Warehouse.Definitions.AsOf(Asked.AsOf(request, office.Warehouse).LoadId);
        var scheme = AskedScheme.Of(request["SCHEME"]!, catalog, request["--year"] is { } year ? Asked.Year(year) : null);
        return request.Json ? Answer.Document(Printed(scheme)) : Answer.Done(string.Join('\n',
        [
            $"{scheme.Name}（{scheme.Id}，第 {scheme.Version} 版，{scheme.Document}）  {scheme.FirstYear}—{scheme.LastYear} 年",
            .. scheme.Groups.Select(group => $"{group.Name}：{string.Join('、', group.MembersAmong(catalog.OrgUnits.Where(unit => unit.District == scheme.District && unit.ValidTo is null)).Select(unit => unit.Name))}"),
            .. scheme.Rules.SelectMany((rule, number) => (IEnumerable<string>)
            [
                $"{number + 1}. {rule.Name}{(rule.Weight > 0 ? $"（{rule.Weight.ToString("0.####", CultureInfo.InvariantCulture)} 分）" : "")}  {SchemeWords.Asked(rule)}",
                $"   {SchemeWords.Of(rule)}{(rule.Missing is { } policy ? $"；{SchemeWords.Of(policy)}" : "")}", $"   依据：{rule.Practice}",
            ]),
            .. SchemeWords.Rules(scheme),
        ]));
    }

    static object Printed(Scheme scheme) => new
    {
        scheme.Id, scheme.Version, scheme.Name, scheme.District, scheme.Document, scheme.FirstYear, scheme.LastYear, scheme.Decimals, scheme.Missing, scheme.QuotaRounding, scheme.Most,
        scheme.Responsibility, scheme.Groups, scheme.Grades,
        Rules = scheme.Rules.Select(rule => new
        {
            rule.Id, rule.Name, rule.Method, rule.Weight, rule.Commitment, rule.Duties, rule.Conduct, rule.Target, rule.Cap, rule.Least, rule.Step, rule.Each, rule.Most, rule.Bands,
            rule.Missing, Words = SchemeWords.Of(rule), rule.Practice,
        }),
    };
}
