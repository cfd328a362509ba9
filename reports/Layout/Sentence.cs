using System.Runtime.CompilerServices;
using System.Text;

namespace Reporting.Reports.Layout;

/// <summary>What a number in a sentence tells of; the reader's question is answered by looking the same fact up.</summary>
enum Fact
{
    month, reports_due, reports_in, reports_on_time, reports_open, units_open, promises, promises_in_state, lights, lights_of_colour, lights_worse, lights_better,
    unit_by, landings, landings_of_outlook, landing, landing_low, landing_high, landing_target, change, others, others_in_state, events, figures_with_gap, reports_not_in,

    // 报送情况通报; the subject is month or year, a form's code or a title of findings.
    filings_due, filings_in, filings_on_time, filings_late, filings_nil, filings_open, on_time_share, units_owing, units_all_on_time, units_late, sheets_returned, units_returned, returned_with, returned_open,
    warnings, explained, owed, owed_in_state, units_owed, days_overdue,

    // 预警快报
    lights_lit, lights_changed, units_lit, unit_lights, units_newly_lit, cases_open, cases_overdue, gap, gap_share, units_behind,

    // 指标口径册
    year, definitions, definitions_new, definitions_ended, forms_in_force, commitments, commitments_without_target,

    missing_here, overdue_days, returned_here, waiting_here, order_number, own_share, own_pace, own_gap, finding_times, ranked, place, // what one unit is told
    run_number, run_load, units_scored, units_first, units_held, units_of_grade, score, score_mean, points_lost, units_short, units_vetoed, uncertified, corrections, // a year's scores
    review_promises, review_in_state, review_facts, // a plan's review
}

/// <summary>A number as a sentence shows it, with the fact that it shows.</summary>
/// <param name="Value">As printed, before words are made of it: a share as a fraction.</param>
/// <param name="Subject">Which commitment, state or colour.</param>
/// <param name="OrgUnit">Empty: the district.</param>
sealed record Told(Fact Fact, decimal Value, string Text, string Subject = "", string OrgUnit = "")
{
    /// <summary>The figure that it shows or follows from; null where it counts other things.</summary>
    public FigureRef? Of { get; init; }

    /// <summary>How many there are of something.</summary>
    public static Told Count(Fact fact, int count, string subject = "") => new(fact, count, ChineseWords.Plain(count), subject);
}

/// <summary>Words with numbers in them, each number bound to its fact: a bare number put into one does not compile.</summary>
sealed record Sentence(string Text, IReadOnlyList<Told> Numbers)
{
    public static readonly Sentence Empty = new("", []);

    public static Sentence Of(SentenceParts parts) => parts.Done();

    public static Sentence Join(string between, IEnumerable<Sentence> sentences)
    {
        var all = sentences.ToList();
        return new(string.Join(between, all.Select(one => one.Text)), [.. all.SelectMany(one => one.Numbers)]);
    }

    public static implicit operator Sentence(string words) => new(words, []);
}

/// <summary>What the compiler makes of an interpolated sentence: it takes words, numbers that know their fact, and other sentences.</summary>
[InterpolatedStringHandler]
readonly struct SentenceParts(int literalLength, int formattedCount)
{
    readonly StringBuilder text = new(literalLength);
    readonly List<Told> numbers = new(formattedCount);

    public void AppendLiteral(string words) => text.Append(words);

    public void AppendFormatted(string words) => text.Append(words);

    public void AppendFormatted(Told number)
    {
        text.Append(number.Text);
        numbers.Add(number);
    }

    public void AppendFormatted(Sentence sentence)
    {
        text.Append(sentence.Text);
        numbers.AddRange(sentence.Numbers);
    }

    public Sentence Done() => new(text.ToString(), numbers);
}
