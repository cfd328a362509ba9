using System.Globalization;
using Reporting.Etl.Answer;
using Reporting.Warehouse;

namespace Reporting.Portal.Commands;

/// <summary>Words of verbs that decide, checked before anything is written.</summary>
static class Deciding
{
    public static string Reason(Request request) => !string.IsNullOrWhiteSpace(request.Reason) ? request.Reason
        : throw new MisuseException("要写明原因：--reason \"……\"。", "Say why with --reason \"...\".");

    /// <summary>The submission that is decided about, by the definitions of today.</summary>
    public static Submission Submission(Request request, Office office)
    {
        var submission = Asked.Submission(request, office.Warehouse);
        office.EnterDefinitions();
        return submission;
    }

    /// <summary>What a submission's sender is told once it was checked again for what was said of it.</summary>
    public static Answer CheckedAgain(Request request, Office office, AnswerContent answer)
    {
        office.CarryNotices();
        var exit = answer.State is TableState.loaded or TableState.superseded or TableState.awaiting_review ? 0 : 3;
        return new Answer(exit, request.Json ? AnswerJson.AsJson(answer) : AnswerText.InWords(answer));
    }

    public static DateOnly Day(Request request, string option, DateOnly otherwise) => request[option] is not { } given ? otherwise
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new MisuseException($"{option} 的“{given}”不是日期；写成 2022-03-15。", $"'{given}' of {option} is no date; write 2022-03-15.");

    /// <summary>A day that has come; today where none is given.</summary>
    public static DateOnly PastDay(Request request, string option, DateOnly today) => Day(request, option, today) is var day && day <= today ? day
        : throw new MisuseException($"{option} 的 {day:yyyy-MM-dd} 还没有到。", $"{day:yyyy-MM-dd} of {option} is yet to come.");

    /// <summary>A number that the warehouse can hold whole: at most four decimals and fourteen digits before them.</summary>
    public static decimal Number(Request request, string option)
    {
        var given = request[option]!;
        return decimal.TryParse(given, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && decimal.Round(number, 4) == number && Math.Abs(number) < 100_000_000_000_000m ? number
            : throw new MisuseException($"{option} 的“{given}”不是数，或小数多于四位；写成 9000 或 92.5。", $"'{given}' of {option} is no number, or has more than four decimals; write 9000 or 92.5.");
    }
}
