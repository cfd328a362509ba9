using System.Text.Json.Nodes;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Jobs;

/// <summary>To operations: a file is set aside because the program did not survive it. Its unit is told by the verdict on it.</summary>
static class SetAsideFile
{
    public const string Kind = "file_set_aside";

    public static Notice Told(Catalog catalog, Submission submission, DateTime now)
    {
        var unit = submission.ChannelUnit is { } code ? catalog.OrgUnit(code) : null;
        return new($"{Kind}:{submission.SubmissionId}:{submission.Round}", Kind, unit?.District, null, submission.SubmissionId, $"文件已搁置 {submission.Receipt} {submission.FileName}", new JsonObject
        {
            ["receipt"] = submission.Receipt, ["file_name"] = submission.FileName, ["unit"] = submission.ChannelUnit, ["sha256"] = submission.Sha256,
            ["words"] = $"回执号：{submission.Receipt}\n文件名：{submission.FileName}\n报送人：{(unit is null ? submission.SentBy : $"{unit.Name}（{unit.Code}）")}\n\n"
                + $"办理这份文件时系统三次中断，{ShanghaiTime.Print(now)}（北京时间）起不再读取；原件已留存在 archive/{submission.Sha256[..2]}/{submission.Sha256}，其他文件照常办理，报送单位已另行告知。\n"
                + $"请先看内存是否够用、日志里中断时的记录。更新程序以后会重新读取：用 reprocess --receipt {submission.Receipt} 办理。"
                + $"若原因不在文件（如内存不足），排除后删去 under-way/ 里以 {submission.Sha256[..12]} 开头的文件，再用同一命令办理。\n",
        }.ToJsonString(Verdicts.Readable), now);
    }
}
