using Reporting.Etl.Sheets;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Reference;

/// <summary>What the shipped forms must be together: every element fed, every department asked, no two forms to be mistaken for each other.</summary>
public class ShippedFormTests
{
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    public static TheoryData<string> Districts => [.. Catalog.Districts.Select(district => district.Code)];

    static IEnumerable<Form> FormsOf(string district) => Catalog.Forms.Where(form => form.District == district);

    [Fact]
    public void Every_element_is_fed_by_some_form() =>
        Assert.Empty(Catalog.Elements.Select(element => element.Id).Except(Catalog.Forms.SelectMany(form => form.Lines).Select(line => line.Element)));

    /// <summary>A version that no form's periods reach could never be filled.</summary>
    [Fact]
    public void Every_version_of_an_element_is_asked_for_in_its_own_time() => Assert.All(Catalog.Elements, element => Assert.Contains(Catalog.Forms,
        form => form.Lines.Any(line => line.Element == element.Id)
            && form.AppliesFrom <= (element.AppliesUntil ?? DateOnly.MaxValue) && element.AppliesFrom <= (form.AppliesUntil ?? DateOnly.MaxValue)));

    /// <summary>A form of which no line has an authority would only ever hold checks.</summary>
    [Theory, MemberData(nameof(Districts))]
    public void Who_is_the_authority_for_the_district_is_asked_for_it(string district)
    {
        var elements = FormsOf(district).SelectMany(form => form.Lines).Select(line => line.Element).ToHashSet();
        var authorities = Catalog.Elements.Where(element => elements.Contains(element.Id) && element.Authority.ContainsKey(OrgUnitKind.district))
            .Select(element => (element.Id, Role: element.Authority[OrgUnitKind.district])).Where(authority => authority.Role != "city").ToList();
        Assert.All(authorities.Where(authority => !IsOfTheOtherDistrict(authority, district)), authority => Assert.Contains(FormsOf(district),
            form => form.Lines.Any(line => line.Element == authority.Id && (form.ObligationOf(authority.Role)?.Owes(line.Number) ?? false))));
    }

    // 十三五 numbers of venture_support and youth_employment are stated for 松江 alone.
    static bool IsOfTheOtherDistrict((string Id, string Role) authority, string district) =>
        district == "310151" && authority is { Id: "venture_support" or "youth_employment", Role: "bureau" };

    [Theory, MemberData(nameof(Districts))]
    public void Every_role_that_reports_owes_a_form(string district)
    {
        var owing = FormsOf(district).SelectMany(form => form.Obligations).Select(obligation => obligation.Role).ToHashSet();
        var roles = Catalog.District(district)!.Units.Where(unit => unit.Kind is OrgUnitKind.township or OrgUnitKind.park or OrgUnitKind.department).Select(unit => unit.Role);
        Assert.Empty(roles.Distinct().Except(owing));
        Assert.Equal(["city-notice"], FormsOf(district).Where(form => form.Obligations.Count == 0).Select(form => form.Id[(form.Id.IndexOf('-', StringComparison.Ordinal) + 1)..]));
    }

    /// <summary>A title that holds another form's whole title would speak for both.</summary>
    [Fact]
    public void No_title_and_no_number_speaks_for_two_forms()
    {
        Assert.Equal(Catalog.Forms.Count, Catalog.Forms.DistinctBy(form => form.Number).Count());
        foreach (var (one, other) in Catalog.Forms.SelectMany(one => Catalog.Forms.Where(other => other.Id != one.Id).Select(other => (one, other))))
            Assert.DoesNotContain(one.Titles, title => other.Titles.Any(words => title.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Titles_begin_with_the_name_and_numbers_differ_by_district() => Assert.All(Catalog.Forms, form =>
    {
        Assert.Equal(form.Name, form.Titles[0]);
        Assert.Contains(Catalog.District(form.District)!.Name[..1], form.Number, StringComparison.Ordinal);
    });

    [Fact]
    public void A_stock_is_never_asked_for_as_a_total_of_the_year() => Assert.All(
        Catalog.Forms.SelectMany(form => form.Lines.SelectMany(line => form.Columns.Where(column => line.Fills(column.Id)).Select(column => (form, line, column)))),
        cell => Assert.False(cell.column.Basis == Basis.year_to_date && Catalog.Elements.First(element => element.Id == cell.line.Element).Kind == ElementKind.stock,
            $"{cell.form.Id} {cell.line.Label} {cell.column.Title}"));

    [Theory]
    [InlineData("songjiang-history", "2015,2016,2017,2018,2019,2020,2016/2020"), InlineData("chongming-history", "2016,2017,2018,2019,2020,2016/2020")]
    public void A_history_form_has_columns_with_periods_of_their_own(string id, string periods)
    {
        var form = Catalog.Form(id, new(2016, 1, 1))!;
        Assert.Equal(periods, string.Join(',', form.Columns.Select(column => column.PeriodOn(Period.Plan(2016, 2020)))));
        Assert.Null(Catalog.Form(id, new(2021, 1, 1)));
        Assert.All(form.Lines, line => Assert.NotEmpty(line.Columns));
        var owed = form.Obligations.Where(obligation => obligation.Role != "park").SelectMany(obligation => obligation.Lines);
        Assert.Equal(form.Lines.Select(line => line.Number), owed.Order());
    }

    /// <summary>场次, 户次, 人/年: a unit that nobody can read in a sheet would be taken for words.</summary>
    [Fact]
    public void Every_unit_of_a_line_is_read_in_sheets() =>
        Assert.All(Catalog.Forms.SelectMany(form => form.Lines).Select(line => line.Unit).Distinct(), unit => Assert.NotNull(Units.Parse(unit)));
}
