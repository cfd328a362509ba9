using System.Globalization;
using System.Text;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Warehouse;

namespace Reporting.Etl.Answer;

/// <summary>The answer as plain text for the person who filled in the sheet: what was received, how it was read, what to do next.</summary>
public static class AnswerText
{
    // Shanghai has kept this offset all year since 1992; no time zone data is needed on the machine.
    static readonly TimeSpan ShanghaiOffset = TimeSpan.FromHours(8);

    public static string InWords(AnswerContent answer)
    {
        var text = new StringBuilder();
        var received = (answer.Submission.ReceivedAt + ShanghaiOffset).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
        Line(text, $"回执号：{answer.Submission.Receipt}");
        Line(text, $"{(answer.IsTrial ? "试核时间" : "收到时间")}：{received}（北京时间）");
        Line(text, $"文件名：{answer.Submission.FileName}");
        if (!answer.IsTrial) Line(text, $"报送人：{answer.Submission.SentBy}　文件指纹：{answer.Submission.Sha256}");
        text.Append('\n');
        Line(text, $"结论：{VerdictInWords(answer)}");
        AppendFindings(text, answer.FileFindings, answer.State, null);
        foreach (var table in answer.Tables) AppendTable(text, table, answer.Tables.Count, answer.IsTrial, DateOnly.FromDateTime(answer.Submission.ReceivedAt + ShanghaiOffset));
        return text.ToString();
    }

    static void AppendTable(StringBuilder text, AnsweredTable answered, int tables, bool isTrial, DateOnly received)
    {
        Paragraph(text, $"{(tables > 1 ? $"第 {answered.Table.Number} 张表　" : "")}读作：{UnderstoodAs(answered)}");
        if (answered.DueOn is { } due && !isTrial) Line(text, $"截止：{due.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}，{(received > due ? "迟报" : "按时")}");
        if (tables > 1) Line(text, $"本表结论：{VerdictInWords(answered.Table.State, answered.Findings, isTrial)}");
        AppendFindings(text, [.. answered.Findings.Where(finding => !ChangeFindings.Is(finding.Code))], answered.Table.State, answered);
        AppendChanges(text, answered);
    }

    static void AppendChanges(StringBuilder text, AnsweredTable answered)
    {
        if (answered.Changes is not { } all) return;
        Paragraph(text, all.Message);
        foreach (var changed in answered.ChangedValues) Line(text, $"   · {changed.Place}：{changed.Message}");
    }

    /// <summary>读作：whose, of when, which form, and how sure that is.</summary>
    public static string UnderstoodAs(AnsweredTable answered)
    {
        var score = Figures.Round(answered.Table.Score * 100, 0).ToString("0", CultureInfo.InvariantCulture);
        var place = new Place(Sheet: answered.Table.Sheet, Cell: answered.Table.Range).ToString();
        return $"{answered.UnitName ?? "单位待定"} · {answered.Period?.InWords() ?? (answered.Table.Form == LongCsv.Form ? "报告期逐行写明" : "报告期待定")} · {answered.FormName ?? "报表待定"}（"
            + (place.Length == 0 ? "" : $"位置 {place}，") + $"匹配度 {score}%）";
    }

    /// <summary>What became of the whole file and what to do next, in one or two sentences.</summary>
    public static string VerdictInWords(AnswerContent answer)
    {
        if (answer.Tables.Count <= 1) return VerdictInWords(answer.State, [.. answer.AllFindings], answer.IsTrial);
        var states = answer.Tables.GroupBy(table => table.Table.State).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} 张{(answer.IsTrial ? OnTrial(group.Key) : Standing(group.Key))}");
        return $"共 {answer.Tables.Count} 张表：{string.Join("，", states)}。请逐张看下面的结论。";
    }

    /// <summary>The same of one table of several.</summary>
    public static string VerdictInWords(TableState state, IReadOnlyList<Finding> findings, bool isTrial)
    {
        var (errors, warnings) = (findings.Count(finding => finding.Severity == Severity.error), findings.Count(finding => finding is { Severity: Severity.warning, Explanation: null }));
        return (isTrial, state) switch
        {
            (true, TableState.loaded) when Owes(findings) => $"{OnTrial(state)}；下面列出的还要另外报送。这是试核，没有收件，数据没有入库。",
            (true, TableState.loaded) => $"{OnTrial(state)}{(warnings == 0 ? "" : $"，下面有 {warnings} 处请先核对")}。这是试核，没有收件，数据没有入库。",
            (true, TableState.returned) => $"{OnTrial(state)}，没有收件。请按下面的说明改好{(errors == 0 ? "" : $" {errors} 处")}，再报送整个文件。",
            (true, TableState.awaiting_explanation) => $"{OnTrial(state)}，没有收件。下面标着“请说明原因”的数请先核对；属实的，报送时把原因写在该行的“备注”栏或“上报说明”工作表里。",
            (true, TableState.awaiting_review) => $"{OnTrial(state)}。这是试核，没有收件，数据没有入库。",
            (true, TableState.unclear) => $"{OnTrial(state)}，没有收件。请看下面的问题，在表里写明后再报送。",
            (_, TableState.loaded) when Owes(findings) => "已接收，数据已入库；下面列出的还要另外报送。",
            (_, TableState.awaiting_review) when Owes(findings) => "等待区级审核，审核同意后入库；下面列出的还要另外报送。",
            _ => VerdictInWords(state, errors, warnings),
        };
    }

    static bool Owes(IReadOnlyList<Finding> findings) => findings.Any(finding => finding.Code == NilFindings.StillOwed);

    static string OnTrial(TableState state) => state switch
    {
        TableState.loaded => "可以入库",
        TableState.returned => "会被退回",
        TableState.unclear => "会要求确认",
        TableState.awaiting_explanation => "会要求说明原因",
        TableState.awaiting_review => "可以接收，入库前还要区级审核",
        _ => Standing(state),
    };

    static string VerdictInWords(TableState state, int errors, int warnings) => state switch
    {
        TableState.loaded when warnings == 0 => "已接收，数据已入库，不需要再做什么。",
        TableState.loaded => $"已接收，数据已入库。下面有 {warnings} 处请核对：属实的不用改；有误的，改好后重新报送整张表，新表会替换旧表。",
        TableState.set_aside when errors > 0 => "已搁置，数据没有入库，原因见下面的问题。",
        TableState.returned when errors == 0 => "已退回，数据没有入库。请改好后重新报送整个文件。",
        TableState.returned => $"已退回，数据没有入库。请按下面的说明改好 {errors} 处，然后重新报送整个文件。",
        TableState.unclear => "待确认，数据没有入库。请看下面的问题：在表里写明后重新报送，或请区级工作人员代为确认。",
        TableState.received => "已收到，正在审核，请稍候。",
        TableState.awaiting_explanation => "等待说明原因，数据还没有入库。下面标着“请说明原因”的数，有误的改好后重新报送；属实的请写明原因：写在该行的“备注”栏或“上报说明”工作表里再报一次，或告知区级代为登记。",
        TableState.awaiting_review => "等待区级审核，审核同意后入库，现在不需要再做什么。",
        _ => $"{Standing(state)}。",
    };

    static string Standing(TableState state) => state switch
    {
        TableState.received => "已收到",
        TableState.unclear => "待确认",
        TableState.returned => "已退回",
        TableState.awaiting_explanation => "等待说明原因",
        TableState.awaiting_review => "等待区级审核",
        TableState.loaded => "已入库",
        TableState.set_aside => "未采用，不需要处理",
        TableState.superseded => "已被后来报送的表替换",
        TableState.withdrawn => "已撤回",
        _ => "已作废",
    };

    static void AppendFindings(StringBuilder text, IReadOnlyList<Finding> findings, TableState state, AnsweredTable? of)
    {
        foreach (var section in AnswerSections.Of(findings, state, of))
        {
            Paragraph(text, $"{section.Heading}（{section.Count}）");
            foreach (var (index, cause) in section.Causes.Index()) AppendCause(text, index + 1, cause);
        }
    }

    /// <summary>One cause: its places line by line, and how to put it right once where the sentence is the same for all.</summary>
    static void AppendCause(StringBuilder text, int number, AnswerCause cause)
    {
        Line(text, $"{number}. {cause.Title}");
        foreach (var finding in cause.Findings)
        {
            Line(text, $"   · {InWords(finding.Place)}");
            if (FiguresOf(finding) is { Length: > 0 } figures) Line(text, $"     {figures}");
            if (finding.Explanation is { } reason) Line(text, $"     说明：{reason}");
            if (cause.SaysOwn) Line(text, $"     {finding.Message}");
        }
        if (cause.Shared is { } shared) Line(text, $"   {shared}");
    }

    /// <summary>A place as the sender finds it in the sheet.</summary>
    public static string InWords(Place place) => place switch
    {
        { Line: null, Column: null, Cell: null, Sheet: null or "" } => "整个文件",
        { Line: null, Column: null, Cell: null } => $"工作表“{place.Sheet}”",
        _ => place.ToString(),
    };

    /// <summary>What stands there, what should, and by how much they differ; empty where none of it is known.</summary>
    public static string FiguresOf(Finding finding)
    {
        List<string> parts = [];
        if (finding.Found is not null) parts.Add($"填报：{finding.Found}");
        if (finding.Expected is not null) parts.Add($"应为：{finding.Expected}");
        if (finding.Difference is { } difference) parts.Add($"相差：{difference.ToString("0.####", CultureInfo.InvariantCulture)}");
        return string.Join("　", parts);
    }

    static void Paragraph(StringBuilder text, string words)
    {
        text.Append('\n');
        Line(text, words);
    }

    // Names of files and cells are words of strangers: none of them may add a line of its own.
    static void Line(StringBuilder text, string words) => text.Append(OneLine.Of(words)).Append('\n');
}
