using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

public class ShippedDefinitionTests
{
    static readonly IReadOnlyList<Definition> Shipped = DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null);
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(Shipped);

    // 国家统计局 统计用区划代码, 崇明区.
    static readonly (string Code, string Name)[] Official =
    [
        ("310151101", "城桥镇"), ("310151102", "堡镇"), ("310151103", "新河镇"), ("310151104", "庙镇"), ("310151105", "竖新镇"), ("310151106", "向化镇"),
        ("310151107", "三星镇"), ("310151108", "港沿镇"), ("310151109", "中兴镇"), ("310151110", "陈家镇"), ("310151111", "绿华镇"), ("310151112", "港西镇"),
        ("310151113", "建设镇"), ("310151114", "新海镇"), ("310151115", "东平镇"), ("310151116", "长兴镇"), ("310151201", "新村乡"), ("310151202", "横沙乡"),
        ("310151401", "前卫农场"), ("310151402", "东平林场"), ("310151501", "上实现代农业园区"),
    ];

    // The same, 松江区.
    static readonly (string Code, string Name)[] OfSongjiang =
    [
        ("310117001", "岳阳街道"), ("310117002", "永丰街道"), ("310117003", "方松街道"), ("310117004", "中山街道"), ("310117005", "广富林街道"), ("310117006", "九里亭街道"),
        ("310117102", "泗泾镇"), ("310117103", "佘山镇"), ("310117104", "车墩镇"), ("310117105", "新桥镇"), ("310117106", "洞泾镇"), ("310117107", "九亭镇"),
        ("310117109", "泖港镇"), ("310117116", "石湖荡镇"), ("310117117", "新浜镇"), ("310117120", "叶榭镇"), ("310117121", "小昆山镇"),
        ("310117-JKQ", "松江经开区"), ("310117501", "松江工业区"), ("310117504", "佘山度假区"), ("310117507", "上海松江出口加工区"),
    ];

    [Fact]
    public void Each_district_has_every_unit_of_the_official_codes()
    {
        Assert.Equal(Official, UnitsOf("310151", OrgUnitKind.township, OrgUnitKind.park).Select(unit => (unit.Code, unit.Name)));
        Assert.Equal(OfSongjiang, UnitsOf("310117", OrgUnitKind.township, OrgUnitKind.park).Select(unit => (unit.Code, unit.Name)));
        Assert.All(UnitsOf("310151", OrgUnitKind.village), village => Assert.Equal(("310151101", false), (village.Parent, village.Counts)));
        Assert.Equal(15, UnitsOf("310151", OrgUnitKind.village).Count);
    }

    [Theory, InlineData("310151"), InlineData("310117")]
    public void The_departments_and_the_city_speak_of_the_district(string district)
    {
        Assert.Equal((OrgUnitKind.district, district), (Catalog.District(district)!.Units[0].Kind, Catalog.District(district)!.Units[0].Code));
        var speakers = UnitsOf(district, OrgUnitKind.department, OrgUnitKind.city);
        Assert.Equal(
            ["arbitration", "bureau", "city", "employment_center", "inspection", "labor_relations", "social_insurance_center", "training_center"],
            speakers.Select(unit => unit.Role).Order(StringComparer.Ordinal));
        Assert.All(speakers, unit => Assert.Equal((district, false), (unit.Measures, unit.Counts)));
    }

    /// <summary>Digits are official; who has no official code carries letters.</summary>
    [Fact]
    public void No_code_of_digits_is_made_up() => Assert.All(Catalog.OrgUnits, unit =>
        Assert.Matches(unit.Kind is OrgUnitKind.department or OrgUnitKind.city or OrgUnitKind.village || unit.Name == "松江经开区" ? "^[0-9]{6,9}-[A-Z]+$" : "^[0-9]{6}([0-9]{3})?$", unit.Code));

    [Fact]
    public void What_counts_in_a_district_are_its_townships_and_the_parks_that_overlap_none() =>
        Assert.Equal(["310117501", "310117504", "310117507", "310151501"],
            Catalog.OrgUnits.Where(unit => unit.Kind is OrgUnitKind.township or OrgUnitKind.park && !unit.Counts).Select(unit => unit.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Chongming_was_a_county_until_2016()
    {
        var county = Catalog.OrgUnit("310230", new(2015, 12, 31))!;
        Assert.Equal(("崇明县", "310151", 1m), (county.Name, county.Successors.Single().Code, county.Successors.Single().Share));
        Assert.Equal((null, null), (Catalog.OrgUnit("310230", new(2016, 1, 1)), Catalog.OrgUnit("310151", new(2015, 12, 31))));
        Assert.NotNull(Catalog.OrgUnit("310117", new(2015, 1, 1)));
        Assert.NotNull(Catalog.OrgUnit("310117-SBZX", new(2015, 1, 1)));
    }

    static List<OrgUnit> UnitsOf(string district, params OrgUnitKind[] kinds) => [.. Catalog.District(district)!.Units.Where(unit => kinds.Contains(unit.Kind))];

    /// <summary>A commitment's place is printed in the workbook: it names parts of the plan, not lines of somebody's extract.</summary>
    [Fact]
    public void A_commitment_stands_where_a_reader_of_the_plan_finds_it() =>
        Assert.All(Catalog.Plans.SelectMany(plan => plan.Commitments), commitment => Assert.Matches("^第[一二三四五]部分", commitment.Place));

    [Fact]
    public void Every_township_answers_to_its_name_in_full()
    {
        foreach (var (_, name) in Official.Where(unit => unit.Name[^1] is '镇' or '乡'))
            foreach (var alias in new[] { $"崇明区{name}", $"{name}人民政府", $"上海市崇明区{name}" })
                Assert.Equal(name, Assert.Single(Catalog.OrgUnits, unit => unit.Aliases.Contains(alias)).Name);
    }

    [Fact]
    public void The_registered_unemployed_change_their_meaning_with_2021()
    {
        Assert.Equal((1, "期末城镇登记失业人数"), Version(new(2020, 12, 1)));
        Assert.Equal((2, "期末城乡登记失业人数"), Version(new(2021, 1, 1)));
        (int, string) Version(DateOnly start) => Catalog.Element("registered_unemployed", start) is var element ? (element!.Version, element.Name) : default;
    }

    [Theory]
    [InlineData("new_employment", null), InlineData("venture_support", null), InlineData("youth_employment", null), InlineData("new_jobs", null)]
    [InlineData("no_account_residents", null), InlineData("mass_incidents", null), InlineData("training_people", "training_center")]
    [InlineData("training_sessions", "training_center"), InlineData("registered_unemployed", "employment_center")]
    public void The_district_figure_is_rolled_up_or_has_one_authority(string element, string? role)
    {
        var authority = Catalog.Element(element, new(2022, 1, 1))!.Authority;
        Assert.Equal(role, authority.GetValueOrDefault(OrgUnitKind.district));
        Assert.Equal(("township", "park"), (authority[OrgUnitKind.township], authority[OrgUnitKind.park]));
    }

    [Fact]
    public void The_monthly_form_asks_each_role_for_its_lines()
    {
        var form = Catalog.Form("employment-monthly", new(2022, 3, 1))!;
        Assert.Equal((10, 3, "崇就业01表"), (form.Lines.Count, form.Columns.Count, form.Number));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Owed("township"));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Owed("park"));
        Assert.Equal(["township", "park"], form.Obligations.Select(obligation => obligation.Role));
        Assert.Equal([(Basis.in_period, false), (Basis.year_to_date, false), (Basis.year_to_date, true)], form.Columns.Select(column => (column.Basis, column.IsQuoted)));
        Assert.Equal(["month"], form.Columns.Where(column => form.Line(10)!.Fills(column.Id)).Select(column => column.Id));
        IEnumerable<int> Owed(string role) => form.Lines.Select(line => line.Number).Where(form.ObligationOf(role)!.Owes);
    }

    [Fact]
    public void The_plan_begins_with_five_numbers_in_its_own_words()
    {
        var plan = Catalog.Plans.Single(one => one.Id == "chongming-145");
        Assert.Equal(("沪崇府办发〔2021〕24 号", new DateOnly(2021, 12, 30), 2021, 2025), (plan.Document, plan.Issued, plan.FirstYear, plan.LastYear));
        Assert.Equal(
            [
                ("new_employment", "annual_total", ">=", 9000, "人"), ("registered_unemployed", "ceiling", "<=", null, "人"),
                ("venture_support", "annual_total", ">=", 200, "人"), ("youth_employment", "annual_total", ">=", 430, "人"),
                ("training_sessions", "annual_total", ">=", 10000, "人次"),
            ],
            plan.Commitments.Take(5).Select(one => (one.Indicator!, one.Kind, one.Comparator, one.Value, one.Unit)).ToList<(string, string, string, decimal?, string)>());
        Assert.Equal(plan.Issued, Shipped.Single(definition => definition.Kind == DefinitionKind.plan && definition.Id == plan.Id).Issued);
    }

    [Fact]
    public void Definitions_are_named_by_files_without_a_trace_of_the_machine() =>
        Assert.All(Shipped, definition => Assert.Matches("^(Reference|Plans|Schemes)/[a-z0-9/-]+\\.(yaml|tsv)$", definition.File));
}
