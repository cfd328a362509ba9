using System.Globalization;
using System.Text;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>What a re-reading comes to, in words and as JSON: by file, each value and verdict that differs, and what they feed.</summary>
static class RereadText
{
    public static string InWords(Request request, RereadReport report, TouchedCommitments touched, Catalog catalog, Load? load)
    {
        var text = new StringBuilder();
        Line(text, request.Say(
            $"重读 {report.Files} 份文件：{report.Differing.Count} 份有差异（数值 {report.Values} 个，结论 {report.Verdicts} 个），{report.WordingOnly} 份只是措辞不同。",
            $"Read {report.Files} files again: {report.Differing.Count} differ ({report.Values} values, {report.Verdicts} verdicts), {report.WordingOnly} in wording only."));
        foreach (var file in report.Differing) Append(text, request, file, catalog);
        foreach (var (submission, why) in report.NotRead) Line(text, $"{request.Say("未能重读", "Not read again")}：{submission.Receipt}  {submission.FileName}  {why}");
        if (touched.Indicators.Count > 0)
            Line(text, $"{request.Say("涉及指标", "Indicators touched")}：{string.Join('、', touched.Indicators.Select(indicator => $"{indicator.Name}（{indicator.Id}）"))}");
        if (touched.Commitments.Count > 0)
            Line(text, $"{request.Say("涉及任务", "Commitments touched")}：{string.Join('、', touched.Commitments.Select(one => one.Commitment.Id))}");
        if (Closing(request, report, load) is { } closing) Line(text, closing);
        return text.ToString().TrimEnd();
    }

    static string? Closing(Request request, RereadReport report, Load? load) =>
        load is not null ? request.Say($"已替换，批次 {load.LoadId}。", $"Replaced, in load {load.LoadId}.")
        : report.Differing.Count == 0 ? null
        : request.Has("--apply") ? request.Say("差异所在的表刚有别的决定，没有替换；请再看一遍。", "The tables that differ were decided about meanwhile; nothing was replaced. Look again.")
        : request.Say("以上是试算，没有改动任何数据；核准后加 --apply --reason \"……\" 执行。", "This was a dry run; nothing was changed. Approve it with --apply --reason \"...\".");

    static void Append(StringBuilder text, Request request, RereadFile file, Catalog catalog)
    {
        Line(text, $"{file.Submission.Receipt}  {file.Submission.FileName}");
        AppendCodes(text, request, file.Gained, file.Lost);
        foreach (var table in file.Tables)
        {
            Line(text, $"  {request.Say($"第 {table.Number} 张表", $"table {table.Number}")}{(table.Sheet is null ? "" : $" {table.Sheet}")}：{InWords(table.Before, catalog)}{(table.Before == table.After ? "" : $" → {InWords(table.After, catalog)}")}");
            AppendCodes(text, request, table.Gained, table.Lost);
            foreach (var value in table.Values)
                Line(text, $"    {PlaceOf(value, table, catalog)}：{InWords(value.Before)} → {InWords(value.After)}{(value.After is { } now && value.Before is { } was && now.CellAddress != was.CellAddress ? $"（{was.CellAddress} → {now.CellAddress}）" : "")}");
        }
    }

    static void AppendCodes(StringBuilder text, Request request, IReadOnlyList<string> gained, IReadOnlyList<string> lost)
    {
        if (lost.Count > 0) Line(text, $"    {request.Say("少了", "gone")}：{Counted(lost)}");
        if (gained.Count > 0) Line(text, $"    {request.Say("多了", "new")}：{Counted(gained)}");
    }

    static string Counted(IReadOnlyList<string> codes) => string.Join('、', codes.GroupBy(code => code).Select(code => code.Count() == 1 ? code.Key : $"{code.Key} × {code.Count()}"));

    static string InWords(UnderstoodAs? table, Catalog catalog) => table is null ? "无此表"
        : $"{Verdicts.Word(table.State)}（{(table.OrgUnit is { } unit ? catalog.OrgUnit(unit)?.Name ?? unit : "单位待定")} {table.Period?.InWords() ?? "报告期待定"} {table.Form ?? "报表待定"}）";

    static string InWords(StagedCell? claim) => claim is null ? "无" : WhatChanged.InWords(claim.Value, claim.State, claim.Bound);

    static Place PlaceOf(RereadValue value, RereadTable table, Catalog catalog) => new(
        value.Line ?? $"{catalog.OrgUnit(value.Claim.OrgUnit)?.Name} {value.Claim.Element} {PeriodOf(value.Claim).InWords()}", value.Column, table.Sheet, value.Claim.CellAddress);

    static Period PeriodOf(StagedCell claim) => claim.PeriodKind == PeriodKind.plan
        ? Period.Plan(claim.PeriodStart.Year, claim.PeriodEnd.Year) : Period.Of(claim.PeriodKind, claim.PeriodStart);

    static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");

    public static object AsNode(RereadReport report, TouchedCommitments touched, Load? load) => new
    {
        Load = load?.LoadId, report.Files, Differing = report.Differing.Count, report.Values, report.Verdicts, report.WordingOnly,
        Submissions = report.Differing.Select(file => new
        {
            file.Submission.Receipt, file.Submission.FileName, Org = file.Submission.ChannelUnit, file.Gained, file.Lost,
            Tables = file.Tables.Select(table => new
            {
                table.Number, table.Sheet, Before = AsNode(table.Before), After = AsNode(table.After), table.Gained, table.Lost,
                Values = table.Values.Select(AsNode),
            }),
        }),
        NotRead = report.NotRead.Select(one => new { one.Submission.Receipt, one.Submission.FileName, Reason = one.Why }),
        Indicators = touched.Indicators.Select(indicator => new { indicator.Id, indicator.Name }),
        Commitments = touched.Commitments.Select(one => new { one.Commitment.Id, Plan = one.Plan.Id, one.Commitment.Indicator }),
    };

    static object? AsNode(UnderstoodAs? table) => table is null ? null
        : new { table.State, table.Form, Version = table.FormVersion, table.District, Org = table.OrgUnit, Period = table.Period?.ToString() };

    static object AsNode(RereadValue value) => new
    {
        value.Line, value.Column, Org = value.Claim.OrgUnit, value.Claim.Element, value.Claim.Breakdown, Period = PeriodOf(value.Claim).ToString(), value.Claim.Basis,
        value.Claim.Quoted, Before = AsNode(value.Before), After = AsNode(value.After),
    };

    static object? AsNode(StagedCell? claim) => claim is null ? null : new { Value = Figures.Plain(claim.Value), claim.State, claim.Bound, Cell = claim.CellAddress, claim.Text };
}
