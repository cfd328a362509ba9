using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;

namespace Reporting.Tests.Assessment.Runs;

/// <summary>Equal content is equal bytes.</summary>
public class CanonicalJsonTests
{
    sealed record Written(string Zulu, decimal? Alpha, DateOnly Day, DateTime Moment, TableState State, IReadOnlyList<decimal> Numbers)
    {
        public int? Absent { get; init; }
        public required string LaterAdded { get; init; }
        public string Derived => Zulu + LaterAdded;
    }

    static readonly Written One = new("中文\"", 9117.0000m, new(2022, 6, 30), new(2022, 7, 1, 2, 3, 4, 5), TableState.loaded, [1.50m, 0.0m, -0.0m, 100m, 0.0000001m, 79228162514264337593543950335m]) { LaterAdded = "x" };

    [Fact]
    public void Keys_are_in_order_numbers_plain_and_what_is_absent_left_out() => Assert.Equal(
        """{"alpha":9117,"day":"2022-06-30","later_added":"x","moment":"2022-07-01T02:03:04.005000Z","numbers":[1.5,0,0,100,0.0000001,79228162514264337593543950335],"state":"loaded","zulu":"中文\""}""",
        CanonicalJson.Of(One));

    [Fact]
    public void How_a_number_was_made_leaves_no_trace() =>
        Assert.Equal(CanonicalJson.Of(One with { Alpha = 9117m, Numbers = [1.5m, 0, 0, 100.000m, 0.00000010m, 79228162514264337593543950335m] }), CanonicalJson.Of(One));

    [Fact]
    public void What_was_written_is_read_back_also_where_a_part_was_not_yet_known()
    {
        Assert.Equal(CanonicalJson.Of(One), CanonicalJson.Of(CanonicalJson.Read<Written>(CanonicalJson.Of(One))));
        Assert.Null(CanonicalJson.Read<Written>("""{"alpha":1,"day":"2022-06-30","moment":"2022-07-01T02:03:04.005000Z","numbers":[],"state":"loaded","zulu":""}""").LaterAdded);
    }

    [Fact]
    public void The_hash_is_of_the_bytes() => Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", CanonicalJson.Sha256("abc"));
}
