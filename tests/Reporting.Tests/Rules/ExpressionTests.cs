using Reporting.Etl.Rules;

namespace Reporting.Tests.Rules;

public class ExpressionTests
{
    [Theory]
    [InlineData("1>=2", "1 >= 2")]
    [InlineData("1≥2", "1 >= 2")]
    [InlineData(" 1 = 6+7 -8 ", "1 = 6 + 7 - 8")]
    [InlineData("１＝６＋７＋８", "1 = 6 + 7 + 8")]
    [InlineData("１＞＝２－３", "1 >= 2 - 3")]
    [InlineData("01 ≤ 2 − 3", "1 <= 2 - 3")]
    [InlineData("-1 + 2 < #0.50", "-1 + 2 < #0.5")]
    [InlineData("3 > 0", "3 > 0")]
    [InlineData("+1 ≦ ＃１００", "1 <= #100")]
    public void It_is_read_as_forms_print_it(string text, string expected)
    {
        Assert.True(Expression.TryParse(text, out var expression, out var error), error);
        Assert.Equal(expected, expression.ToString());
    }

    [Theory]
    [InlineData(null, 1), InlineData("", 1), InlineData("1", 2), InlineData("1 >=", 5), InlineData("1 = 2 = 3", 7), InlineData("1 = (2 + 3)", 5)]
    [InlineData("1 = 2 * 3", 7), InlineData("1 = 2 ++ 3", 8), InlineData("a = 1", 1), InlineData("1 => 2", 4), InlineData("1 = #", 6)]
    [InlineData("1 = #1.", 8), InlineData("1 = 99999999999", 16), InlineData("1 = #9999999999999999999", 25), InlineData("1 = #1.23456", 8), InlineData("1 2 = 3", 3)]
    public void What_cannot_be_read_is_said_with_its_place(string? text, int place)
    {
        Assert.False(Expression.TryParse(text, out var expression, out var error));
        Assert.Null(expression);
        Assert.Contains($"at place {place}:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_written_expression_reads_back_the_same()
    {
        var random = new Random(20220301);
        for (var round = 0; round < 2000; round++)
        {
            var written = RandomExpression(random).ToString();
            Assert.True(Expression.TryParse(written, out var read, out var error), error);
            Assert.Equal(written, read.ToString());
        }
    }

    [Fact]
    public void Its_sides_are_worth_what_their_terms_add_up_to()
    {
        var random = new Random(20220302);
        for (var round = 0; round < 2000; round++)
        {
            var figures = Enumerable.Range(0, 30).Select(_ => Math.Round((decimal)(random.NextDouble() * 2000 - 500), random.Next(3))).ToArray();
            var original = RandomExpression(random);
            Assert.True(Expression.TryParse(original.ToString(), out var read, out _));
            var (left, right) = (Direct(original.Left, figures), Direct(original.Right, figures));
            Assert.Equal((left, right), (read.Left.Value(line => figures[line]), read.Right.Value(line => figures[line])));
            var holds = original.Symbol switch { "=" => left == right, ">=" => left >= right, "<=" => left <= right, ">" => left > right, _ => left < right };
            Assert.Equal(holds, read.Holds(left, right));
        }
    }

    [Fact]
    public void A_line_without_a_figure_leaves_its_side_without_one()
    {
        Assert.True(Expression.TryParse("1 = 2 + 3", out var expression, out _));
        Assert.Null(expression.Right.Value(line => line == 2 ? 5 : null));
        Assert.Equal([1, 2, 3], expression.Lines);
    }

    [Fact]
    public void No_text_is_too_strange_to_be_refused()
    {
        var random = new Random(20220303);
        const string letters = "0123456789 +-=<>≥≤#.()＝１行－一\0\ud800";
        for (var round = 0; round < 20_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => letters[random.Next(letters.Length)])]);
            var isRead = Expression.TryParse(text, out var expression, out var error);
            Assert.True(isRead ? expression is not null && error is null : expression is null && error is not null);
        }
    }

    static decimal Direct(Sum sum, decimal[] figures)
    {
        var total = 0m;
        foreach (var addend in sum.Addends)
            if (addend.Sign > 0) total += addend.Line is { } added ? figures[added] : addend.Constant;
            else total -= addend.Line is { } taken ? figures[taken] : addend.Constant;
        return total;
    }

    static Expression RandomExpression(Random random) => new(RandomSum(random), (Comparison)random.Next(5), RandomSum(random));

    static Sum RandomSum(Random random) => new([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(4) == 0
        ? new Addend(random.Next(2) * 2 - 1, null, random.Next(3) * 1000 + random.Next(100) / 4m)
        : new Addend(random.Next(2) * 2 - 1, random.Next(1, 30), 0))]);
}
