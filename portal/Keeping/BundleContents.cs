using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Keeping;

/// <summary>What a bundle holds, for programs and for people: the last entries of the zip, since only then all hashes are known.</summary>
static class BundleContents
{
    static readonly (string Kind, string Words)[] Kinds =
    [
        ("original", "已入库报表的原件（originals/，与收到时一字节不差；其中的个人台账就是报送的原样，除原件外本归档不含个人信息）"),
        ("marked", "标出问题的工作簿（marked/）"), ("receipt", "回执和答复（receipts/，每次核对一份）"), ("tables", "报送表清单（tables.json）"),
        ("decisions", "审核、退回、撤回、作废及原因（decisions.json）"), ("reasons", "上报说明（reasons.json）"), ("figures", "填报值（figures.csv）"),
        ("definition", "当时有效的定义：区、填报单位、指标、报表及其核对规则、规划、评分办法（definitions/）"), ("rules", "核对规则及程序版本（definitions/rules.json）"),
        ("edition", "已签发的报告（editions/）"), ("run", "冻结的考核（runs/）"),
    ];

    public static void Write(BundleZip zip, District district, int year, Load asOf)
    {
        var entries = zip.Entries.ToList(); // of what comes before: a manifest cannot name itself
        zip.Text("manifest.json", "manifest", "", PrintedJson.Of(new
        {
            format = 1, district = district.Code, district.Name, year, as_of_load = asOf.LoadId, as_of = DateTime.SpecifyKind(asOf.CommittedAt, DateTimeKind.Utc), program = BackupManifest.ProgramVersion, entries,
        }));
        zip.Text("manifest.csv", "manifest", "", string.Join('\n', entries.Select(entry => Csv.Line(entry.Path, entry.Kind, entry.About, entry.Size.ToString(CultureInfo.InvariantCulture), entry.Sha256)).Prepend("path,kind,about,size,sha256")) + "\n");
        zip.Text("目录.txt", "manifest", "", string.Join('\n', Lines(entries, district, year, asOf)) + "\n");
    }

    static IEnumerable<string> Lines(IReadOnlyList<BundleEntry> entries, District district, int year, Load asOf)
    {
        yield return $"{district.Name} {year} 年归档目录";
        yield return $"按批次 {asOf.LoadId}（{ShanghaiTime.PrintSeconds(asOf.CommittedAt)}）已知的数据，程序 {BackupManifest.ProgramVersion}";
        yield return "每个文件的 SHA-256 在 manifest.csv 和 manifest.json；文件与之相同即未改动。";
        foreach (var (kind, words) in Kinds)
        {
            var own = entries.Where(entry => entry.Kind == kind).ToList();
            yield return "";
            yield return $"{words}：{own.Count} 个";
            foreach (var entry in own) yield return $"  {entry.Path}  {entry.About}";
        }
    }
}
