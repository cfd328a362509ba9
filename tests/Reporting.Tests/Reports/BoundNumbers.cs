using Reporting.Reports.Layout;

namespace Reporting.Tests.Reports;

/// <summary>What holds of the sentences of any report.</summary>
static class BoundNumbers
{
    /// <summary>No digit stands in a sentence but in a number that knows its fact.</summary>
    public static void AssertAlone(IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var (rest, at) = ("", 0);
            foreach (var told in sentence.Numbers)
            {
                var next = sentence.Text.IndexOf(told.Text, at, StringComparison.Ordinal);
                Assert.True(next >= at, $"{told} in {sentence.Text}");
                (rest, at) = (rest + sentence.Text[at..next], next + told.Text.Length);
            }
            Assert.DoesNotContain(rest + sentence.Text[at..], letter => char.IsDigit(letter));
        }
    }
}
