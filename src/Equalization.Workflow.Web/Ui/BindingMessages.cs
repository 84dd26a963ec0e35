using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Equalization.Workflow.Web.Ui;

/// <summary>What a field says when it holds no number or no day, in the reader's language instead of the framework's.</summary>
public sealed class BindingMessages(IStringLocalizer l) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => l["“{0}”不能识别，请按格式填写。", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => l["“{0}”不能识别，请按格式填写。", value]);
        messages.SetValueIsInvalidAccessor(value => l["“{0}”不能识别，请按格式填写。", value]);
        messages.SetValueMustBeANumberAccessor(_ => l["请填写数字。"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => l["请填写数字。"]);
        messages.SetValueMustNotBeNullAccessor(_ => l["请填写这一项。"]);
        messages.SetMissingBindRequiredValueAccessor(_ => l["请填写这一项。"]);
    }
}
