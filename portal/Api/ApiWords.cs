namespace Reporting.Portal.Api;

/// <summary>What the fields of the API's documents mean, by name: one name means one thing in all of them.</summary>
static class ApiWords
{
    public static IReadOnlyDictionary<string, string> Of { get; } = new Dictionary<string, string>
    {
        ["rows"] = "每个单位一行；没有数的也有一行，value 为 null。",
        ["district"] = "区代码。", ["org"] = "单位代码；区本身的数是区代码。", ["indicator"] = "指标编号。", ["element"] = "填报指标编号。", ["breakdown"] = "分组编号；total 为总数。",
        ["year"] = "年份。", ["through"] = "截至月份。", ["value"] = "值；比率是小数，不是百分数。没有时为 null。", ["unit"] = "计量单位；期次的是一家一册的单位代码。",
        ["numerator"] = "比率的分子。", ["denominator"] = "比率的分母。",
        ["state"] = "状态。报送的：loaded 已入库，returned 已退回，awaiting_explanation 待说明，awaiting_review 待审核，unclear 待确认，received 已收到，superseded 已被替换，withdrawn 已撤回，voided 已作废。数的：reported 已报齐，incomplete 未报齐，not_reported 未报，not_defined_here 本级无此数，definition_changed 待定（口径变化），no_cases 无案件，split_without_shares 待定（拆分未定份额）。期次的：held 待签字，issued 已签发，unreleased 未到发布时间，revised 后有更正，signed 已签字另成一期，overtaken 已由新稿代替。",
        ["bound"] = "界：exact 准确，at_least 以上，at_most 以下，about 左右。", ["owed"] = "应报的份数。", ["present"] = "已到的份数。", ["missing_units"] = "还缺的单位数。",
        ["derived"] = "有的月份由累计数相减或由分项得出。", ["load"] = "得知它的批次号。",
        ["addends"] = "得出这个数的每个填报值。", ["reporter"] = "报这个值的单位代码。", ["side"] = "在比率的哪一边：numerator、denominator、both；不是比率的为 null。",
        ["period"] = "报告期，如 2022-03、2022-Q1、2022。", ["basis"] = "口径：in_period 本期，year_to_date 本年累计，plan_to_date 规划期累计。", ["submission"] = "回执号。", ["file"] = "文件名。",
        ["sha256"] = "文件的 SHA-256。", ["sheet"] = "工作表。", ["cell"] = "单元格。", ["text"] = "单元格里写的原文。", ["sender"] = "报送人。", ["received_at"] = "收到时间（UTC）。",
        ["reviewed_by"] = "审核人；不需审核的为 null。", ["reviewed_at"] = "审核时间（UTC）。",
        ["editions"] = "期次。", ["id"] = "编号。", ["report"] = "报告名，如 monthly。", ["number"] = "第几期，待签稿为 null；表的是文件里的第几张。", ["content_hash"] = "各部件内容的哈希。", ["as_of"] = "数据的批次号。",
        ["issued_at"] = "签发时间（UTC）；待签稿是制成时间。", ["issued_by"] = "签发人。", ["release_at"] = "发布时间（UTC）；null 为签发即发布。", ["signed_from"] = "由哪一份待签稿签成。",
        ["reason"] = "再签发的原因。", ["signatures_asked"] = "要几人签字。", ["signatures"] = "已有的签字。", ["by"] = "登录名。", ["at"] = "时间（UTC）。", ["remark"] = "批注。",
        ["login"] = "登录名。", ["name"] = "姓名。", ["title"] = "问题的短名；表的是表上的标题。", ["status"] = "HTTP 状态码。", ["detail"] = "错在哪里、下一步怎么办。", ["instance"] = "所问的地址。", ["reference"] = "编号，向运维说明时请带上；意料之外的错误在日志里用它找。",
        ["answers"] = "每个文件的答复，按传来的次序。", ["receipt"] = "回执号。", ["file_name"] = "文件名。", ["size"] = "字节数。", ["finding_counts"] = "问题数，按轻重。",
        ["error"] = "必须改正的。", ["warning"] = "要核对、写明原因的。", ["info"] = "供参考的。", ["tables"] = "文件里的各张表。", ["findings"] = "问题。", ["range"] = "表所在的单元格范围。",
        ["form"] = "报表编号。", ["form_name"] = "报表名。", ["org_name"] = "单位名。", ["score"] = "与报表的匹配度，0 到 1。", ["nil"] = "是否零报告。", ["due_on"] = "截止日期。",
        ["changes"] = "与上一份相比；没有上一份的为 null。", ["unchanged"] = "没有变的数有几个。", ["values"] = "变了的数。", ["held"] = "原来的。", ["now"] = "现在的。", ["difference"] = "相差。",
        ["line"] = "行。", ["column"] = "栏。", ["code"] = "问题的代码，见 docs/rules.md。", ["severity"] = "轻重：error、warning、info。", ["found"] = "填报的。", ["expected"] = "应为。",
        ["message"] = "错在哪里、怎么改。", ["message_en"] = "英文。", ["asks_reason"] = "是否要写明原因。", ["explanation"] = "已写的原因。",
    };
}
