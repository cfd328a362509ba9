namespace Reporting.Portal.Commands;

/// <summary>What the jobs put down of a run, in the words of whoever reads it. Stored are the names that <c>--json</c> prints.</summary>
static class OutcomeWords
{
    static readonly Dictionary<string, string> Names = new()
    {
        // pull
        ["taken"] = "收取", ["repeated"] = "重复的", ["left_alone"] = "新留在原处", ["still_left"] = "仍留在原处", ["faults"] = "问题", ["unanswered"] = "没有答复", ["seconds"] = "用时（秒）", ["answers"] = "答复",
        // deliver
        ["server"] = "邮件服务器", ["added"] = "新登记", ["arrived"] = "送到", ["not_arrived"] = "没送到", ["later"] = "以后再送", ["waiting"] = "等着送", ["uncertain"] = "说不准送到没有", ["warnings"] = "提醒",
        // editions
        ["issued"] = "签发", ["held"] = "待签字", ["awaiting"] = "等数据",
        // close, remind
        ["day"] = "日期", ["districts"] = "区数",
        // assess-year, bundle
        ["year"] = "年度", ["as_of"] = "按批次", ["engine"] = "引擎", ["frozen"] = "已冻结", ["district"] = "区", ["file"] = "文件", ["sha256"] = "文件指纹",
        // backup, check-warehouse, verify-backup
        ["name"] = "名称", ["folder"] = "文件夹", ["made_at"] = "做成于", ["load"] = "到批次", ["files"] = "文件数", ["bytes"] = "字节", ["linked"] = "与上次共用", ["written"] = "新写字节", ["removed"] = "清理的旧备份", ["stuck"] = "清不掉的", ["ahead"] = "备份之后才有的",
        ["damaged"] = "早已损坏", ["key_files"] = "密钥文件", ["keys"] = "密钥", ["ok"] = "完好", ["checks"] = "检查", ["orphans"] = "没有来历的文件", ["backup"] = "备份", ["restored"] = "试恢复", ["compared"] = "比对的文件", ["strays"] = "多出的文件",
        // close-idle-accounts
        ["closed"] = "停用的账号",
    };

    public static string Name(string stored, string lang) => lang == "en" ? stored : Names.GetValueOrDefault(stored, stored);

    public static string Value(string printed, string lang) => lang == "en" ? printed : printed switch { "True" => "是", "False" => "否", "" => "—", _ => printed };
}
