//! Several values behind one option, as people type them: parted by commas of either width.

/// The values one by one. An id, a code and a title have no comma in them.
pub fn parted(values: &[String]) -> Vec<String> {
    let each = values.iter().flat_map(|value| value.split([',', '，', '、']));
    each.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_of_either_width_part() {
        let typed = ["服务队，季度".to_owned(), " a、b,c ".to_owned()];
        assert_eq!(parted(&typed), ["服务队", "季度", "a", "b", "c"]);
    }
}
