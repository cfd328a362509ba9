using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Portal.Operations;

namespace Reporting.Portal.Commands;

/// <summary>Runs in the words of whoever asks. Causes are stored in English, as the log has them; here they are said in Chinese.</summary>
static partial class RunWords
{
    // What a timeline may hold; what is not among them was written by a person and stands as it is.
    static readonly (Regex Stored, string Zh)[] Causes =
    [
        (new("^schedule$"), "按时间表到点"),
        (new("^catch_up$"), "补做没有运行时错过的一次"),
        (new("^hand$"), "手工运行"),
        (new("^hand by (.+)$"), "$1 手工运行"),
        (new("^run (\\d+) once more, asked for by (.+)$"), "$2 要求把第 $1 次运行重做一次"),
        (new("^cancelled by ([^:]+): (.+)$", RegexOptions.Singleline), "$1 取消：$2"),
        (new("^cancelled by ([^:]+)$"), "$1 取消"),
        (new("^an attempt begins$"), "开始"),
        (new("^done$"), "做完"),
        (new("^attempt (\\d+) of (\\d+) failed: (.*)$", RegexOptions.Singleline), "第 $1 次尝试失败（最多 $2 次）：$3"),
        (new("^the program stops; taken up again at its next start$"), "程序停止，下次启动时接着做"),
        (new("^the process ended in the middle of it; it is taken up again$"), "程序在做它的时候异常终止，现在接着做"),
        (new("^the process ended in the middle of it (\\d+) times$"), "程序在做它的时候异常终止了 $1 次，搁置起来，其余照常；查明原因后用 jobs retry 重做"),
        (new("^there is no job '(.+)' any more$"), "这个版本已经没有任务“$1”"),
        (new("^set aside: (.*)$"), "搁置：$1"),
        (new("^run (\\d+) was still under way$"), "第 $1 次运行还没做完，这一次跳过"),
        (new("^an earlier run was still under way$"), "上一次还没做完，这一次跳过"),
        (new("^it passed while nobody served, and catch_up is none$"), "到点时没有运行，按 catch_up 不补"),
        (new("^it passed while nobody served, more than (\\d+) hours ago$"), "到点时没有运行，已过 $1 小时，不补"),
        (new("^it could not be written down in its time, and catch_up is none$"), "到点时写不下来（磁盘满），按 catch_up 不补"),
        (new("^it could not be written down in its time, more than (\\d+) hours ago$"), "到点时写不下来（磁盘满），已过 $1 小时，不补"),
        (new("^it did not heed its time limit of (\\d+) minutes and came to its end all the same$"), "超过了 $1 分钟的时限，但还是做完了"),
    ];

    public static string State(RunState state, string lang) => lang == "en" ? state.ToString() : state switch
    {
        RunState.queued => "排队",
        RunState.running => "运行中",
        RunState.succeeded => "成功",
        RunState.failed => "失败",
        RunState.cancelled => "已取消",
        RunState.set_aside => "已搁置",
        RunState.skipped => "已跳过",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "nothing is said of this state"),
    };

    public static string Cause(string stored, string lang)
    {
        if (lang == "en") return stored;
        var said = ExceptionName().Replace(stored, "");
        return Causes.FirstOrDefault(cause => cause.Stored.IsMatch(said)) is { Stored: { } found, Zh: var zh } ? found.Replace(said, zh) : said;
    }

    /// <summary>How far it came: of how many only while that is still to come, or where all were done.</summary>
    public static string Progress(JobRun run) => run.ProgressDone is not { } done ? "" : run.HasEnded && run.ProgressTotal != done ? $"{done}" : $"{done}/{run.ProgressTotal?.ToString(CultureInfo.InvariantCulture) ?? "?"}";

    // Which class told it is for the log.
    [GeneratedRegex(@"\b(?:\w+\.)+\w*Exception: ")]
    private static partial Regex ExceptionName();

    public static string Level(string level, string lang) => lang == "en" ? level : level switch { "warning" => "提醒", "error" => "错误", _ => "　　" };

    /// <summary>What it did, a line each: single values as they are, of lists how many; <c>--json</c> has all of it.</summary>
    public static IEnumerable<string> Outcome(string json, string lang)
    {
        var outcome = JsonSerializer.Deserialize<JsonElement>(json);
        return outcome.ValueKind != JsonValueKind.Object ? [json] : outcome.EnumerateObject().Select(part => Line(part.Name, Short(part.Value), lang));

        static string Short(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Array => value.GetArrayLength() == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{value.GetArrayLength()}（{Cut(string.Join("；", value.EnumerateArray().Take(3).Select(item => $"{item}")))}）"),
            _ => Cut($"{value}"),
        };
    }

    /// <summary>The same for whoever sees no figures: of lists only how many, for what a run judged or scored stands in them.</summary>
    public static IEnumerable<string> OutcomeInNumbers(string json, string lang)
    {
        var outcome = JsonSerializer.Deserialize<JsonElement>(json);
        return outcome.ValueKind != JsonValueKind.Object ? [] : from part in outcome.EnumerateObject()
                                                                where part.Value.ValueKind != JsonValueKind.Object
                                                                select Line(part.Name, part.Value.ValueKind == JsonValueKind.Array ? $"{part.Value.GetArrayLength()}" : Cut($"{part.Value}"), lang);
    }

    static string Line(string name, string value, string lang) => $"{OutcomeWords.Name(name, lang)}{(lang == "en" ? ": " : "：")}{OutcomeWords.Value(value, lang)}";

    static string Cut(string text) => text.Length <= 160 ? text : text[..160] + "…";
}
