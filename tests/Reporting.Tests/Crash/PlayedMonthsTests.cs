using Reporting.Portal.Demo;
using Reporting.Tests.Demo;
using Reporting.Warehouse;

namespace Reporting.Tests.Crash;

/// <summary>The months that are played contain what a stop could spoil, and their undisturbed end is right.</summary>
public class PlayedMonthsTests
{
    [Fact]
    public void The_months_hold_every_turn_that_a_sheet_can_take()
    {
        var steps = PlayedMonths.Steps(DemoCatalog.Catalog);
        Assert.Equal(steps.Count, steps.Select(step => step.At).Distinct().Count());
        Assert.Equal(Enum.GetValues<DemoEventKind>(), steps.OfType<Sending>().Select(step => step.Sent.Kind).Distinct().Order());
        Assert.Equal(3, steps.OfType<Firing>().Count(step => step.Job == PlayedMonths.Issue));
    }

    [Theory]
    [InlineData("tables", "|loaded|", 6), InlineData("tables", "|returned|", 1), InlineData("tables", "|superseded|", 1), InlineData("tables", "|withdrawn|", 1)]
    [InlineData("submissions", "|True", 9)]
    [InlineData("outbox", "verdict|", 9), InlineData("outbox", "|True", 11), InlineData("notices", "verdict|", 9), InlineData("notices", "withdrawn|", 1)]
    [InlineData("editions", "monthly|", 3), InlineData("editions", "第3期", 1), InlineData("job_runs", "succeeded", 12)]
    [InlineData("files", "已收/", 9), InlineData("files", "inbox/", 9), InlineData("files", "answers/", 21), InlineData("files", "editions/", 3), InlineData("files", ".part", 0)]
    [InlineData("archived", "True", 12), InlineData("archived", "False", 0), InlineData("archived", "/", 0)]
    [InlineData("findings", "part_exceeds_whole", 1)]
    public void Undisturbed_they_end_in(string part, string words, int lines) =>
        Assert.Equal(lines, Part(part).Count(line => line.Contains(words, StringComparison.Ordinal)));

    [Fact]
    public void Undisturbed_the_values_are_those_of_the_last_sheets()
    {
        var values = Part("observations").ToList();
        Assert.Equal(values.Count, values.Select(line => string.Join('|', line.Split('|').Take(9))).Distinct().Count());
        Assert.NotEmpty(Part("history"));
    }

    static IEnumerable<string> Part(string name) =>
        Undisturbed.Run.Content.Split('\n').SkipWhile(line => line != $"== {name}").Skip(1).TakeWhile(line => !line.StartsWith("== ", StringComparison.Ordinal));
}
