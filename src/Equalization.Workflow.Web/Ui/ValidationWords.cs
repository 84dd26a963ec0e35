using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>What the framework's own checks of a form say, in our words; an attribute on a page's Input carries no message of its own.</summary>
public sealed class ValidationWords : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var check in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            check.ErrorMessage = check switch
            {
                RequiredAttribute => Texts.Mark("这一项不能为空，请填写。"),
                StringLengthAttribute or MaxLengthAttribute => Texts.Mark("这一项太长，请改短。"),
                RangeAttribute => Texts.Mark("这一项超出允许的范围，请改填。"),
                CompareAttribute => Texts.Mark("两次填写的内容不一致，请重新填写。"),
                _ => Texts.Mark("这一项格式不对，请按提示改填。"),
            };
        }
    }

    /// <summary>Also what is said when a value cannot be read at all, such as a word where a day belongs.</summary>
    public static void Add(MvcOptions options, IStringLocalizer l)
    {
        options.ModelMetadataDetailsProviders.Add(new ValidationWords());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => l["“{0}”不成立，请改填。", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => l["“{0}”不成立，请改填。", value]);
        messages.SetValueIsInvalidAccessor(value => l["“{0}”不成立，请改填。", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => l["这一项格式不对，请按提示改填。"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => l["这一项格式不对，请按提示改填。"]);
        messages.SetValueMustBeANumberAccessor(_ => l["这一项应填数字，请改填。"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => l["这一项应填数字，请改填。"]);
        messages.SetValueMustNotBeNullAccessor(_ => l["这一项不能为空，请填写。"]);
        messages.SetMissingBindRequiredValueAccessor(_ => l["这一项不能为空，请填写。"]);
        messages.SetMissingKeyOrValueAccessor(() => l["这一项不能为空，请填写。"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => l["这一项不能为空，请填写。"]);
    }
}

/// <summary>Lets the framework look its messages up in our texts.</summary>
public sealed class TextsFactory(IStringLocalizer texts) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => texts;

    public IStringLocalizer Create(string baseName, string location) => texts;
}
